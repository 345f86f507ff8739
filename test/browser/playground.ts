import { randomUUID } from 'node:crypto';
import { mkdir, readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { chromium, type Browser, type Locator, type Page } from 'playwright-core';
import { DEMO_TENANT_ID, PLAYGROUND_BOT, type PlaygroundPerson } from '../../src/demo/identity.ts';
import { asShown, cardTexts } from './card-texts.ts';
import { cutOffInCharts, liftOut, markAll, putBack, sticksOut } from './in-page.ts';

/** Ignored by git: the pictures are for looking at. */
export const SHOTS = join(import.meta.dirname, '../../test-output/browser');

const CHROMIUM = process.env['CHROMIUM'] ?? '/usr/bin/chromium';
const FLAGS = [
  '--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync',
  // The Playground asks for fonts on the internet; a test must not wait for them.
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
];
/** High enough that every card is whole in view; a picture of a card is cut out of it. */
const VIEW = { width: 1200, height: 2600 };
/** What a phone of 360 pixels leaves for a card, between its margins. */
const PHONE_CARD_PX = 328;
const REPLY_WITHIN_MS = 20_000;
/** As the demo configures the Playground. */
const PERSONAL_CHAT = 'a:kansenlijn-persoonlijk';
const EDITOR = '[data-lexical-editor=true]';
const CARD = '.ac-adaptiveCard';
const SEEN = 'data-seen';

/** The Agents Playground in a browser, with one person in front of it. */
export class Playground {
  /** Exceptions in the page: a card that its renderer cannot handle shows here. */
  readonly pageErrors: string[] = [];
  /** What stuck out of a card on a phone, or was cut off in a chart, by picture. */
  readonly layoutErrors: string[] = [];
  readonly #browser: Browser;
  readonly #page: Page;
  /** A channel shows its newest post on top. */
  #isChannel = false;
  /** The post in whose thread the person writes. */
  #thread: Locator | undefined;

  private constructor(browser: Browser, page: Page) {
    this.#browser = browser;
    this.#page = page;
    page.setDefaultTimeout(REPLY_WITHIN_MS);
    page.on('pageerror', (error) => this.pageErrors.push(error.message));
  }

  /** Opens the personal chat. Who comes for the first time is welcomed with a card, which must be there before anything is typed. */
  static async open(url: string, visit: 'first' | 'returning' = 'first'): Promise<Playground> {
    const browser = await chromium.launch({ executablePath: CHROMIUM, args: FLAGS });
    const page = await browser.newPage({ viewport: VIEW, locale: 'nl-NL', timezoneId: 'Europe/Amsterdam' });
    const playground = new Playground(browser, page);
    await page.goto(url, { waitUntil: 'domcontentloaded' });
    await page.locator(EDITOR).waitFor();
    await page.getByTitle('Hide log panel').click();
    if (visit === 'first') await page.locator(CARD).first().waitFor();
    return playground;
  }

  async close(): Promise<void> {
    await this.#browser.close();
  }

  /** The newest card of the open conversation or thread. */
  get #last(): Locator {
    const cards = this.#cards;
    return this.#isChannel && !this.#thread ? cards.first() : cards.last();
  }

  get #cards(): Locator {
    return (this.#thread ?? this.#page).locator(CARD);
  }

  /** Types a message and waits for the card that answers it. */
  async say(text: string): Promise<string> {
    return this.#afterNewCard(async () => {
      await this.#page.locator(EDITOR).click();
      await this.#page.keyboard.insertText(text);
      await this.#page.keyboard.press('Enter');
    });
  }

  /** A message in the open channel that mentions the bot: a new post, or a reply in the open thread. The mention is added on its way: picking it from a list is the Playground's affair. */
  async mention(text: string): Promise<string> {
    const mentioned = `<at>${PLAYGROUND_BOT.name}</at>`;
    const mentions = [{ mentioned: { id: PLAYGROUND_BOT.id }, text: mentioned }];
    await this.#page.route('**/_conversation/v1/conversations/*/messages', async (route) => {
      const typed = route.request().postDataJSON() as { readonly text: string };
      await route.continue({ postData: JSON.stringify({ ...typed, text: `${mentioned} ${typed.text}`, mentions }) });
    }, { times: 1 });
    return this.#afterNewCard(async () => {
      await (this.#thread ?? this.#page).locator(EDITOR).first().click();
      await this.#page.keyboard.insertText(text);
      await (this.#thread ? this.#page.keyboard.press('Enter') : this.#page.getByRole('button', { name: 'Post', exact: true }).click());
    });
  }

  /** Goes on in the thread under the post with this text: what is mentioned and read is there, until a conversation is opened. */
  async openThread(post: RegExp): Promise<void> {
    this.#thread = this.#posts.filter({ has: this.#page.locator(CARD).getByText(post) });
    await this.#thread.locator(EDITOR).waitFor();
  }

  /** How many posts the open channel has, each with its thread. */
  async posts(): Promise<number> {
    return this.#posts.count();
  }

  get #posts(): Locator {
    return this.#page.getByRole('group').filter({ has: this.#page.locator(CARD) });
  }

  /** Puts a card of the bot in the personal chat, as the channel would show it: of what no demo record leads to. */
  async show(card: unknown): Promise<string> {
    return this.#afterNewCard(() => this.#post(`/_connector/v3/conversations/${encodeURIComponent(PERSONAL_CHAT)}/activities`, {
      type: 'message', from: { ...PLAYGROUND_BOT, role: 'bot' }, conversation: { id: PERSONAL_CHAT },
      attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content: card }],
    }));
  }

  /** A message of another member of the organisation; the answer appears in the personal chat that is open. */
  async sayAs(person: PlaygroundPerson, text: string): Promise<string> {
    const conversation = { id: PERSONAL_CHAT, conversationType: 'personal', tenantId: DEMO_TENANT_ID };
    return this.#afterNewCard(() => this.#post('/_internal/v1/customActivities', {
      type: 'message', id: randomUUID(), timestamp: new Date().toISOString(), channelId: 'msteams', serviceUrl: `${this.#origin}/_connector`,
      from: { id: person.id, name: person.name, aadObjectId: person.aadObjectId, role: 'user' },
      conversation, recipient: { ...PLAYGROUND_BOT, role: 'bot' }, text, textFormat: 'plain', channelData: { tenant: { id: DEMO_TENANT_ID } },
    }));
  }

  /** Presses a button of the last card and waits until the answer stands in its place. */
  async press(title: string): Promise<string> {
    return this.#afterAnswers(1, () => this.#button(title).click());
  }

  /** Presses a button that opens an address, and gives the name of the file that comes of it with its text. */
  async download(title: string): Promise<{ readonly name: string; readonly text: string }> {
    const [file] = await Promise.all([this.#page.waitForEvent('download'), this.#last.getByRole('link', { name: title, exact: true }).click()]);
    const text = await readFile(await file.path(), 'utf8');
    return { name: file.suggestedFilename(), text };
  }

  /** Presses a button twice, as fast as a mouse can; both presses must reach the bot. */
  async pressTwice(title: string): Promise<string> {
    return this.#afterAnswers(2, () => this.#button(title).dblclick());
  }

  /** Fills a text or date field of the last card; days as 2026-03-31. */
  async fill(label: string, value: string): Promise<void> {
    const field = this.#last.getByRole('textbox', { name: label }).or(this.#last.getByRole('combobox', { name: label }));
    await field.fill(value);
    // A date field takes over what was typed when it is left.
    await field.press('Tab');
  }

  /** Chooses from radio buttons or from a list that opens. `option` is the beginning of what it says. */
  async choose(label: string, option: string): Promise<void> {
    const radios = this.#last.getByRole('radiogroup', { name: label });
    const list = this.#last.getByRole('combobox', { name: label });
    await radios.or(list).waitFor();
    if ((await radios.count()) > 0) return radios.getByRole('radio', { name: startsWith(option) }).check();
    await list.click();
    await this.#page.getByRole('option', { name: startsWith(option) }).click();
  }

  /** Ticks a box of a list; its name is that of the list followed by its own. */
  async tick(label: string, option: string): Promise<void> {
    await this.#last.getByRole('checkbox', { name: startsWith(`${label} ${option}`) }).check();
  }

  /** What a field of the last card holds. */
  async value(label: string): Promise<string> {
    return this.#last.getByRole('textbox', { name: label }).or(this.#last.getByRole('combobox', { name: label })).inputValue();
  }

  /** All choices of a field, in order. */
  async options(label: string): Promise<string[]> {
    const radios = this.#last.getByRole('radiogroup', { name: label });
    if ((await radios.count()) > 0) return radios.locator('label').allInnerTexts();
    await this.#last.getByRole('combobox', { name: label }).click();
    const options = await this.#page.getByRole('option').allInnerTexts();
    await this.#page.keyboard.press('Escape');
    return options;
  }

  async chosen(label: string): Promise<string> {
    const radio = this.#last.getByRole('radiogroup', { name: label }).locator('input:checked');
    return this.#page.locator(`label[for="${await radio.getAttribute('id')}"]`).innerText();
  }

  /** Everything that the last card says, one line each. */
  async lastCard(): Promise<string> {
    return (await this.#last.innerText()).replace(/\u200b/g, '').replace(/\n+/g, '\n').trim();
  }

  /** The titles of the last card's buttons, in order. */
  async buttons(): Promise<string[]> {
    const titles = await this.#last.locator('button').allInnerTexts();
    return titles.map((title) => title.trim());
  }

  /** How many cards the open conversation or thread shows. */
  async cards(): Promise<number> {
    return this.#cards.count();
  }

  /** Opens another conversation by what the list on the left calls it; at the first visit the bot introduces itself there. */
  async openConversation(name: string, visit: 'first' | 'returning' = 'returning'): Promise<void> {
    this.#thread = undefined;
    const entry = this.#page.getByRole('treeitem', { name, exact: true });
    const fold = this.#page.getByTitle('Toggle app bar and conversation window');
    await fold.click();
    await entry.click();
    // The list folds away when the person goes on in the conversation.
    await this.#page.locator(EDITOR).first().click();
    if (visit === 'first') await this.#page.locator(CARD).first().waitFor();
    this.#isChannel = await this.#page.getByRole('button', { name: 'Post', exact: true }).isVisible();
  }

  /** Pictures of the last card as a desktop and as a phone show it: `name-1200.png` and `name-360.png`. */
  async screenshot(name: string): Promise<void> {
    await this.picture(join(SHOTS, `${name}-1200.png`));
    await this.picture(join(SHOTS, `${name}-360.png`), PHONE_CARD_PX);
  }

  /** One picture of the last card, in whose charts nothing may be cut off; with `widthPx` laid out at that width, where nothing may stick out of it. */
  async picture(path: string, widthPx?: number): Promise<void> {
    await mkdir(dirname(path), { recursive: true });
    const card = this.#last;
    await card.scrollIntoViewIfNeeded();
    if (widthPx === undefined) return this.#shoot(card, path);
    // The Playground itself is no narrower than a tablet: the card is lifted out of it.
    const before = await card.evaluate(liftOut, widthPx);
    await this.#shoot(card, path);
    this.layoutErrors.push(...(await card.evaluate(sticksOut)).map((text) => `${basename(path)}: ${text}`));
    await card.evaluate(putBack, before);
  }

  async #shoot(card: Locator, path: string): Promise<void> {
    await card.screenshot({ path, animations: 'disabled' });
    this.layoutErrors.push(...(await card.evaluate(cutOffInCharts)).map((text) => `${basename(path)}: ${text}`));
  }

  /** For whoever has to find out why a test failed: the whole page as it is. */
  async showWhere(name: string): Promise<void> {
    await this.#page.screenshot({ path: join(SHOTS, `${name.replace(/[^\w-]+/g, '-').slice(0, 80)}.png`) });
  }

  #button(title: string): Locator {
    return this.#last.getByRole('button', { name: title, exact: true });
  }

  async #post(path: string, body: unknown): Promise<void> {
    const response = await fetch(`${this.#origin}${path}`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
    if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`);
  }

  get #origin(): string {
    return new URL(this.#page.url()).origin;
  }

  async #afterNewCard(act: () => Promise<void>): Promise<string> {
    await this.#cards.evaluateAll(markAll, SEEN);
    await act();
    await this.#cards.and(this.#page.locator(`:not([${SEEN}])`)).last().waitFor();
    return this.lastCard();
  }

  /** Waits for so many answers of the bot, and until the last card shows what the last of them says. */
  async #afterAnswers(count: number, act: () => Promise<void>): Promise<string> {
    let seen = 0;
    const [last] = await Promise.all([
      this.#page.waitForResponse((response) => response.url().endsWith('/_conversation/v1/invoke') && ++seen === count),
      act(),
    ]);
    const expected = cardTexts(await last.json());
    for (const deadline = Date.now() + REPLY_WITHIN_MS; Date.now() < deadline; ) {
      const shown = asShown(await this.#last.innerText());
      if (expected.length > 0 && expected.every((text) => shown.includes(text))) return this.lastCard();
      await this.#page.evaluate('new Promise(requestAnimationFrame)');
    }
    throw new Error(`the card does not show its answer: ${JSON.stringify(expected)}\n${await this.lastCard()}`);
  }
}

function startsWith(text: string): RegExp {
  return new RegExp(`^${text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`);
}
