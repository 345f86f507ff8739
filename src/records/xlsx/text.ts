import { walkXml, type XmlHandlers } from './xml.ts';

/** Text of a string item: its runs one after the other, without the phonetic guide of East Asian text. */
export class TextItem {
  #text = '';
  #inText = false;
  #inGuide = false;

  open(name: string): void {
    if (name === 'rPh') this.#inGuide = true;
    if (name === 't') this.#inText = true;
  }

  close(name: string): void {
    if (name === 'rPh') this.#inGuide = false;
    if (name === 't') this.#inText = false;
  }

  add(text: string): void {
    if (this.#inText && !this.#inGuide) this.#text += text;
  }

  get text(): string {
    return unescaped(this.#text);
  }
}

/** Excel writes characters that XML cannot hold as _x000D_. */
export function unescaped(text: string): string {
  return text.includes('_x') ? text.replaceAll(/_x([0-9A-Fa-f]{4})_/g, (_match, code: string) => String.fromCharCode(parseInt(code, 16))) : text;
}

/** Reads xl/sharedStrings.xml: texts that cells refer to by index. */
export function readSharedStrings(xml: string | undefined): string[] {
  const strings: string[] = [];
  let item: TextItem | undefined;
  const handlers: XmlHandlers = {
    open(name) {
      if (name === 'si') item = new TextItem();
      else item?.open(name);
    },
    close(name) {
      if (name === 'si') strings.push(item?.text ?? '');
      else item?.close(name);
      return undefined;
    },
    text: (text) => item?.add(text),
  };
  if (xml !== undefined) walkXml(xml, handlers);
  return strings;
}
