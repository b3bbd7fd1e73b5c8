/** Markup that is safe to send: everything put into it was escaped on the way. */
export type Html = { readonly markup: string }

type Hole = Html | string | number | false | null | undefined | readonly Hole[]

/** Markup from a template. Strings in holes are escaped; false, null and undefined leave nothing. */
export function html(strings: TemplateStringsArray, ...holes: readonly Hole[]): Html {
  let markup = strings[0] ?? ''
  holes.forEach((hole, place) => {
    markup += fill(hole) + (strings[place + 1] ?? '')
  })
  return { markup }
}

/** Markup that was made by a library (a QR code as SVG), taken as it is. */
export function trusted(markup: string): Html {
  return { markup }
}

/** Space-separated class names, without the absent ones. */
export function classes(...names: ReadonlyArray<string | false | null | undefined>): string {
  return names.filter(Boolean).join(' ')
}

function fill(hole: Hole): string {
  if (hole === false || hole === null || hole === undefined) return ''
  if (typeof hole === 'string') return escaped(hole)
  if (typeof hole === 'number') return String(hole)
  if ('markup' in hole) return hole.markup
  return hole.map(fill).join('')
}

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign)
}
