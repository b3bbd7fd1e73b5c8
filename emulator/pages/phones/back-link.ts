import { type Html, html } from '../html'
import { icon } from '../icons'
import { type PhoneView, screenHref } from './view'

/** The head of a screen that is not the first one. */
export function backLink(view: PhoneView, title: string): Html {
  return html`<div class="app-head"><div class="row">
<a class="button tap-target" href="${screenHref(view, 'home')}" aria-label="Back to the accounts on ${view.callName}">${icon('back')}</a>
<h3>${title}</h3></div></div>`
}
