import { useTranslations } from 'next-intl'
import { Details } from '@/components/ui/details'
import { TextLink } from '@/components/ui/text-link'
import { answerTopics, errorTopics, situationTopics, type TopicCode } from '@/lib/domain/topic'

/** Everything the help knows, by kind, each a link of its own. */
export function TopicIndex({ path }: { path: '/my/help' | '/locked-out' }) {
  const t = useTranslations('topic')
  return (
    <div className="flex flex-col gap-4 print:hidden">
      <section className="flex flex-col gap-2">
        <h2 className="text-lg">{t('situations')}</h2>
        <Links path={path} codes={situationTopics} />
      </section>
      <Details summary={t('errors')}>
        <Links path={path} codes={errorTopics} />
      </Details>
      <Details summary={t('answers')}>
        <Links path={path} codes={answerTopics} />
      </Details>
    </div>
  )
}

function Links({ path, codes }: { path: string; codes: readonly TopicCode[] }) {
  const t = useTranslations('topic')
  return (
    <ul className="flex flex-col">
      {codes.map((code) => (
        <li key={code} className="flex min-h-(--control) items-center">
          <TextLink href={{ pathname: path, query: { topic: code } }}>{t(`name.${code}`)}</TextLink>
        </li>
      ))}
    </ul>
  )
}
