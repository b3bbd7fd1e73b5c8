import { useTranslations } from 'next-intl'

const things = ['old', 'new', 'badge', 'computer'] as const

/** At home nobody asks for a badge. */
export function thingsToBring(isAtHome: boolean) {
  return things.filter((thing) => !isAtHome || thing !== 'badge')
}

/** What to bring, or to have ready at home. */
export function BringList({ isAtHome }: { isAtHome: boolean }) {
  const t = useTranslations('booking')
  return (
    <section aria-labelledby="bring" className="flex flex-col gap-2">
      <h2 id="bring" className="text-xl">
        {t(isAtHome ? 'bringHome' : 'bring')}
      </h2>
      <ul className="flex list-disc flex-col gap-1 pl-5">
        {thingsToBring(isAtHome).map((thing) => (
          <li key={thing}>{t(`bring_${thing}`)}</li>
        ))}
      </ul>
    </section>
  )
}
