/**
 * What runs inside the page, handed over as source text: nothing from outside a function
 * may be used in it, and no function may be named in it (the runner's transpiler would add
 * a helper that the page does not have). The part of the DOM that is used, because the
 * project is compiled without the DOM's types.
 */
export interface PageElement {
  readonly style: Record<string, string>;
  readonly textContent: string | null;
  readonly clientWidth: number;
  readonly scrollWidth: number;
  readonly className: unknown;
  getBoundingClientRect(): { readonly right: number; readonly left: number };
  querySelectorAll(selector: string): Iterable<PageElement>;
  getAttribute(name: string): string | null;
  setAttribute(name: string, value: string): void;
  closest(selector: string): PageElement | null;
  readonly ownerDocument: { createRange(): { selectNodeContents(node: PageElement): void; getBoundingClientRect(): { readonly right: number; readonly left: number } } };
}

export const markAll = (elements: PageElement[], mark: string): void => elements.forEach((element) => element.setAttribute(mark, ''));

/** Lifts an element out of the page, at a width. Answers its former style, for `putBack`. */
export const liftOut = (element: PageElement, widthPx: number): string => {
  const before = element.getAttribute('style') ?? '';
  Object.assign(element.style, { position: 'fixed', top: '100px', left: '0', width: `${widthPx}px`, boxSizing: 'border-box', zIndex: '9999', boxShadow: '0 0 0 8px #fff' });
  return before;
};

export const putBack = (element: PageElement, style: string): void => element.setAttribute('style', style);

/** Texts of what sticks out of an element at its right, or is cut off within itself. */
export const sticksOut = (element: PageElement): string[] => {
  const edge = element.getBoundingClientRect().right + 1;
  return [...element.querySelectorAll('p, label, button, input, svg, [role=combobox]')]
    .filter((inner) => inner.getBoundingClientRect().right > edge || inner.getBoundingClientRect().left < 0)
    .map((inner) => inner.textContent || String(inner.className));
};

/** Texts in a chart that are not to be read as a whole: over its edge, or shortened with dots. A number without its first digit is another number. */
export const cutOffInCharts = (element: PageElement): string[] =>
  [...element.querySelectorAll('[role=alert] text, [role=alert] div, [role=alert] span')].filter((inner) => {
    if ([...inner.querySelectorAll('*')].length > 0 || !inner.textContent) return false;
    const range = inner.ownerDocument.createRange();
    range.selectNodeContents(inner);
    const text = range.getBoundingClientRect();
    const chart = inner.closest('[role=alert]')!.getBoundingClientRect();
    return inner.scrollWidth > inner.clientWidth + 1 && inner.clientWidth > 0 || text.left < chart.left - 1 || text.right > chart.right + 1;
  }).map((inner) => `cut off: ${inner.textContent}`);
