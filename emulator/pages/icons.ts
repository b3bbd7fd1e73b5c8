import { type Html, html, trusted } from './html'

const strokes = {
  bell: 'M6 16V11a6 6 0 0 1 12 0v5l1.5 2h-15zM10 20.5h4',
  phone:
    'M8 3h8a1.5 1.5 0 0 1 1.5 1.5v15A1.5 1.5 0 0 1 16 21H8a1.5 1.5 0 0 1-1.5-1.5v-15A1.5 1.5 0 0 1 8 3zM10.5 18h3',
  digits: 'M4 8h16v8H4zM7.5 12h.01M12 12h.01M16.5 12h.01',
  message: 'M4 5.5h16v11H10l-4 3.5v-3.5H4z',
  call: 'M6 4h3l1.5 4-2 1.5a11 11 0 0 0 6 6l1.5-2 4 1.5v3a2 2 0 0 1-2 2A15 15 0 0 1 4 6a2 2 0 0 1 2-2z',
  pass: 'M4 7h16v3.2a2 2 0 0 0 0 3.6V17H4v-3.2a2 2 0 0 0 0-3.6zM14 7v10',
  key: 'M8.5 15.5a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9zM12.5 9.5H21v3.5M17 9.5v3',
  laptop: 'M5.5 5h13v10h-13zM3 18.5h18',
  person: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4.5 20.5a7.5 7.5 0 0 1 15 0',
  plus: 'M12 5v14M5 12h14',
  gear: 'M12 15a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM12 3v2.5M12 18.5V21M3 12h2.5M18.5 12H21M5.6 5.6l1.8 1.8M16.6 16.6l1.8 1.8M5.6 18.4l1.8-1.8M16.6 7.4l1.8-1.8',
  forward: 'M9.5 5.5 16 12l-6.5 6.5',
  back: 'M14.5 5.5 8 12l6.5 6.5',
  plane: 'M10.5 13 3.5 15v-2l7-4V4.5a1.5 1.5 0 0 1 3 0V9l7 4v2l-7-2v4.5l2 1.5v1.5L12 19.5 8.5 20.5V19l2-1.5z',
  battery: 'M2.5 8h16.5v8H2.5zM21.5 10.5v3M5.5 10.5v3h10v-3z',
  signal: 'M5 18v-3M10 18v-6M15 18V9M20 18V6',
  question: 'M9 9a3 3 0 1 1 4.5 2.6c-1 .6-1.5 1.2-1.5 2.4M12 17.5h.01M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18z',
  broken:
    'M8 3h8a1.5 1.5 0 0 1 1.5 1.5v15A1.5 1.5 0 0 1 16 21H8a1.5 1.5 0 0 1-1.5-1.5v-15A1.5 1.5 0 0 1 8 3zM11 3l2 6-3 3 3 4-1 5',
  wave: 'M4 13.5c2 0 2-3 4-3s2 3 4 3 2-3 4-3 2 3 4 3',
  clip: 'M8 12.5 14 6.5a3 3 0 0 1 4.3 4.3l-8 8a4.8 4.8 0 0 1-6.8-6.8l8-8',
  calendar: 'M4 6h16v14H4zM4 10h16M8 4v4M16 4v4',
  mail: 'M3.5 6h17v12h-17zM3.5 7l8.5 6.5L20.5 7',
  star: 'M12 4l2.4 5 5.6.8-4 3.9.9 5.5L12 16.6 7.1 19.2l.9-5.5-4-3.9 5.6-.8z',
} as const

export type IconName = keyof typeof strokes

/** A line drawing that says nothing by itself: the words beside it do. */
export function icon(name: IconName): Html {
  return html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path d="${trusted(strokes[name])}"/></svg>`
}
