import type { ReactNode } from 'react'
import type { PreferenceName } from '@/lib/web/preferences'

/** A row of choices, each a submit button: it works without a script. */
export function PreferenceButtons({ legend, name, value, choices }: Props) {
  return (
    <form action="/api/preferences" method="post">
      <fieldset className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <legend className="float-left min-w-18 text-ink-soft text-sm">{legend}</legend>
        <div className="inline-flex flex-wrap rounded border border-line bg-sunken p-0.5">
          {choices.map((choice) => (
            <button
              key={choice.value}
              type="submit"
              name={name}
              value={choice.value}
              lang={choice.lang}
              aria-pressed={choice.value === value}
              className="min-h-(--control) rounded-[6px] border border-transparent px-2.5 text-ink-soft text-sm aria-pressed:border-line-strong aria-pressed:bg-raised aria-pressed:font-semibold aria-pressed:text-ink hover:text-ink"
            >
              {choice.label}
            </button>
          ))}
        </div>
      </fieldset>
    </form>
  )
}

type Props = {
  legend: string
  name: 'language' | PreferenceName
  value: string
  choices: { value: string; label: ReactNode; lang?: string }[]
}
