// Keeps the marked parts of a page fresh: asks once a second, swaps a part only when it differs.
const main = document.querySelector('main[data-live]')
const shown = new Map()

if (main) {
  let waiting = false
  setInterval(async () => {
    if (waiting || document.hidden) return
    waiting = true
    try {
      const response = await fetch(main.dataset.live, { headers: { accept: 'application/json' } })
      if (response.ok) show(await response.json())
    } catch {
      // The emulator is restarting: the next second asks again.
    } finally {
      waiting = false
    }
  }, 1000)
}

document.addEventListener('click', async (event) => {
  const button = event.target instanceof Element ? event.target.closest('button[data-copy]') : null
  if (!button) return
  await navigator.clipboard.writeText(button.dataset.copy)
  button.textContent = 'Copied'
})

function show({ parts, goTo }) {
  if (goTo) {
    location.assign(goTo)
    return
  }
  for (const [id, markup] of Object.entries(parts)) {
    const part = document.getElementById(id)
    if (!part || shown.get(id) === markup) continue
    // The first answer is what the server just sent with the page, unless it already changed.
    const first = !shown.has(id) && part.innerHTML === normalised(markup)
    shown.set(id, markup)
    if (!first) swap(part, markup)
  }
}

function normalised(markup) {
  const template = document.createElement('div')
  template.innerHTML = markup
  return template.innerHTML
}

/** Replaces the inside of a part, and gives back what was typed, chosen, opened and focused. */
function swap(part, markup) {
  const fields = [...part.querySelectorAll('input, select, textarea')]
    .filter((field) => field.id && field.type !== 'hidden')
    .map(({ id, value, checked }) => ({ id, value, checked }))
  const details = [...part.querySelectorAll('details[id]')].map(({ id, open }) => ({ id, open }))
  const focused = part.contains(document.activeElement) ? document.activeElement.id : ''

  part.innerHTML = markup

  for (const { id, value, checked } of fields) {
    const field = document.getElementById(id)
    if (!field) continue
    if ('checked' in field && (field.type === 'radio' || field.type === 'checkbox')) field.checked = checked
    else field.value = value
  }
  for (const { id, open } of details) document.getElementById(id)?.toggleAttribute('open', open)
  if (focused) document.getElementById(focused)?.focus()
}
