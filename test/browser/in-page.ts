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
