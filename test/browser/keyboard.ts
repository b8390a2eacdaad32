import type { Page } from 'playwright-core';

/**
 * The controls that a keyboard must reach, in the order of the page: of a group of radio buttons, the one that is chosen
 * or else the first. Each is named by its tag and its words, after its rank.
 */
export function controls(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const all = [...document.querySelectorAll<HTMLElement>('a[href], button, input, select, textarea, summary')];
    const shown = all.filter(element => element.checkVisibility({ visibilityProperty: true }));
    const reached = shown.filter(element => {
      if (!(element instanceof HTMLInputElement) || element.type !== 'radio') return true;
      const group = shown.filter(other => other instanceof HTMLInputElement && other.name === element.name);
      const chosen = group.find(other => (other as HTMLInputElement).checked);
      return element === (chosen ?? group[0]);
    });
    return reached.map((element, rank) => {
      element.dataset['rank'] = String(rank);
      return `${rank} ${element.tagName} ${element.textContent?.slice(0, 40) || element.id}`;
    });
  });
}

/** The controls that the Tab key reaches one after the other; one on which nothing shows the focus says so. */
export async function walked(page: Page, count: number): Promise<readonly string[]> {
  await page.evaluate(() => {
    document.body.tabIndex = -1;
    document.body.focus();
    document.body.removeAttribute('tabindex');
  });
  const reached: string[] = [];
  // A day, and a file to choose, hold several stops.
  for (let stops = 0; stops < count * 4 && reached.length < count; stops++) {
    await page.keyboard.press('Tab');
    const at = await page.evaluate(() => {
      const element = document.activeElement as HTMLElement;
      const { outlineStyle, boxShadow, clipPath } = getComputedStyle(element);
      const { top, bottom, width, height } = element.getBoundingClientRect();
      const seen = (outlineStyle !== 'none' || boxShadow !== 'none') && clipPath === 'none' && width > 1 && height > 1;
      const inside = bottom > 0 && top < innerHeight;
      const name = `${element.dataset['rank']} ${element.tagName} ${element.textContent?.slice(0, 40) || element.id}`;
      return seen && inside ? name : `${name} (unseen)`;
    });
    if (reached.at(-1) !== at) reached.push(at);
  }
  return reached;
}
