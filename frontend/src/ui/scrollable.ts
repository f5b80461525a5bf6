/** Lets the keyboard come into a part of the page that scrolls by itself, so that its end can be read without a mouse. */
export function scrollable(box: HTMLElement): void {
  box.tabIndex = 0;
}
