import type { Mail } from '../../world/mailbox'
import { classes, type Html, html } from '../html'

/** Up to here a text fits into a low frame; a frame without script cannot say how high it would like to be. */
const shortLength = 600

/** What was written: as text, or HTML in a frame that cannot reach this page. */
export function bodyPart(
  { contentType, content }: Mail['body'],
  frame: { title: string; src: string },
): Html {
  if (contentType !== 'html') return html`<div class="sheet mail-text">${content}</div>`
  const isShort = content.replaceAll(/<[^>]*>/g, '').length < shortLength
  return html`<iframe class="${classes('mail-body', isShort && 'short')}" title="${frame.title}" src="${frame.src}"></iframe>`
}
