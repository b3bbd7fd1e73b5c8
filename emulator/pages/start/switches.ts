import type { Settings } from '../../world/settings'
import { type Html, html } from '../html'

/** Settings that a select on the start page turns: their numbers, and what the choices are called. */
const selects = {
  reportLagMinutes: {
    name: 'Registration report is behind by',
    choices: [
      [0, 'nothing'],
      [60, '1 hour'],
      [1440, '24 hours'],
      [2160, '36 hours'],
    ],
  },
  auditLagSeconds: {
    name: 'Audit log is behind by',
    choices: [
      [0, 'nothing'],
      [60, '1 minute'],
      [300, '5 minutes'],
      [900, '15 minutes'],
    ],
  },
  signInLogLagSeconds: {
    name: 'Sign-in log is behind by',
    choices: [
      [0, 'nothing'],
      [60, '1 minute'],
      [300, '5 minutes'],
      [900, '15 minutes'],
    ],
  },
  passLagSeconds: {
    name: 'A new pass works after',
    choices: [
      [0, 'no time'],
      [15, '15 seconds'],
      [60, '1 minute'],
    ],
  },
  revokeLagSeconds: {
    name: 'Revoked sessions end after',
    choices: [
      [0, 'no time'],
      [60, '1 minute'],
      [300, '5 minutes'],
    ],
  },
  throttleScale: {
    name: 'Graph’s limits',
    choices: [
      [1, 'as documented'],
      [10, 'ten times as generous'],
      [0.1, 'a tenth'],
      [0, 'none'],
    ],
  },
  pushSeconds: {
    name: 'A request rings for',
    choices: [
      [20, '20 seconds'],
      [60, '1 minute'],
      [300, '5 minutes'],
    ],
  },
} as const satisfies Partial<
  Record<keyof Settings, { name: string; choices: readonly (readonly [number, string])[] }>
>

type SelectName = keyof typeof selects

// Object.keys forgets what the keys are.
const selectNames = Object.keys(selects) as SelectName[]

/** The form with all switches as they stand. */
export function switchForm(settings: Settings): Html {
  return html`<form class="sheet stack" method="post" action="/world/settings"><div class="cards">${selectNames.map((name) => select(name, settings[name]))}
<label class="field">Sign-ins come from<select name="signInsFrom">${option('office', 'the office (trusted location)', settings.signInsFrom)}${option('elsewhere', 'elsewhere', settings.signInsFrom)}</select></label>
<label class="field">Deleting the default method<select name="defaultMethodRule">${option('kind', 'last one of its kind is guarded', settings.defaultMethodRule)}${option('registration', 'the very registration is guarded', settings.defaultMethodRule)}</select></label>
<label class="field">Licence<select name="hasPremiumLicence">${option('yes', 'Entra ID P1', settings.hasPremiumLicence ? 'yes' : 'no')}${option('no', 'Entra ID Free', settings.hasPremiumLicence ? 'yes' : 'no')}</select></label></div>
<p><button class="primary">Save switches</button></p></form>`
}

/** The changes a posted form asks for; what is not offered is left as it is. */
export function switchesFrom(form: URLSearchParams): Partial<Settings> {
  const changes: Partial<Settings> = {}
  for (const name of selectNames) {
    const wanted = selects[name].choices.find(([value]) => String(value) === form.get(name))
    if (wanted) changes[name] = wanted[0]
  }
  const place = form.get('signInsFrom')
  if (place === 'office' || place === 'elsewhere') changes.signInsFrom = place
  const rule = form.get('defaultMethodRule')
  if (rule === 'kind' || rule === 'registration') changes.defaultMethodRule = rule
  const licence = form.get('hasPremiumLicence')
  if (licence === 'yes' || licence === 'no') changes.hasPremiumLicence = licence === 'yes'
  return changes
}

function select(name: SelectName, current: number): Html {
  const offered: ReadonlyArray<readonly [number, string]> = selects[name].choices
  const isOffered = offered.some(([value]) => value === current)
  return html`<label class="field">${selects[name].name}<select name="${name}">${
    !isOffered && option(String(current), `${current}, set elsewhere`, String(current))
  }${offered.map(([value, words]) => option(String(value), words, String(current)))}</select></label>`
}

function option(value: string, words: string, current: string): Html {
  return html`<option value="${value}"${value === current ? html` selected` : null}>${words}</option>`
}
