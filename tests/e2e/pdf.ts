import type { Page } from '@playwright/test'

/** How many pages the browser would print, on A4 as the style sheet asks. */
export async function countPrintedPages(page: Page): Promise<number> {
  const pdf = await page.pdf({ preferCSSPageSize: true })
  // Chromium writes the objects of a PDF as they are; only streams are compressed.
  return pdf.toString('latin1').match(/\/Type\s*\/Page(?![a-zA-Z])/g)?.length ?? 0
}
