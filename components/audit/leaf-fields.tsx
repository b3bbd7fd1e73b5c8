import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { KnownMark } from '@/components/audit/known-mark'
import { OutcomeMark } from '@/components/audit/outcome-mark'
import { PersonLink } from '@/components/audit/person-link'
import { Who } from '@/components/audit/who'
import { Time } from '@/components/ui/time'
import type { Messages } from '@/lib/i18n/messages'
import type { EventDetail } from '@/lib/queries/audit-event'

/** Every field of a leaf with its value and what it means. A field that is not there is left out. */
export function LeafFields({ detail }: { detail: EventDetail }) {
  const { event, leaf, leafHash } = detail
  const { actor, graph } = leaf
  return (
    <dl>
      <Field name="type">
        <Code>{leaf.type}</Code>
      </Field>
      <Field name="at">
        <Time at={leaf.at} style="second" /> <Code>{leaf.at}</Code>
      </Field>
      <Field name="actor">
        <Who actor={event.actor} /> {actor.kind === 'person' && <Code>{actor.oid}</Code>}
      </Field>
      {actor.kind === 'person' && <SignIn actor={actor} />}
      <Field name="subject">
        {event.subject ? (
          <>
            <PersonLink {...event.subject} /> <Code>{event.subject.oid}</Code>
          </>
        ) : (
          <Nobody />
        )}
      </Field>
      <Field name="target">
        {leaf.target.kind} <Code>{leaf.target.id}</Code>
      </Field>
      <Field name="known">
        <KnownMark known={leaf.known} at={leaf.at} requestId={graph?.requestId ?? null} />
      </Field>
      <Field name="outcome">
        <OutcomeMark outcome={leaf.outcome} />
      </Field>
      <Field name="detail">
        <Said detail={leaf.detail} />
      </Field>
      <Work leaf={leaf} />
      {graph && <Graph graph={graph} />}
      <Field name="ipHash">
        <Code>{leaf.ctx.ip_hash}</Code>
      </Field>
      <Field name="uaHash">
        <Code>{leaf.ctx.ua_hash}</Code>
      </Field>
      <Field name="id">
        <Code>{leaf.id}</Code>
      </Field>
      <Field name="v">{leaf.v}</Field>
      <Field name="prevSize">{leaf.prev_size}</Field>
      <Field name="piiCommit">
        <Code>{leaf.pii_commit}</Code>
      </Field>
      <Field name="leafHash">
        <Code>{leafHash}</Code>
      </Field>
    </dl>
  )
}

type Leaf = EventDetail['leaf']

function SignIn({ actor }: { actor: Extract<Leaf['actor'], { kind: 'person' }> }) {
  return (
    <>
      <Field name="session">
        <Code>{actor.session_ref}</Code>
      </Field>
      <Field name="authTime">
        <Time at={actor.auth_time} style="second" />
      </Field>
      <Field name="acrs">
        <Code>{actor.acrs.join(', ') || null}</Code>
      </Field>
    </>
  )
}

function Said({ detail }: { detail: Leaf['detail'] }) {
  const t = useTranslations('audit')
  const facts = Object.entries(detail)
  if (facts.length === 0) return <span className="text-ink-soft">{t('empty_detail')}</span>
  return (
    <ul>
      {facts.map(([name, value]) => (
        <li key={name}>
          <code className="break-all">
            {name}: {String(value)}
          </code>
        </li>
      ))}
    </ul>
  )
}

function Work({ leaf: { op, decision } }: { leaf: Leaf }) {
  const t = useTranslations('audit')
  return (
    <>
      {op && (
        <Field name="op">
          {t('stepOf', { step: op.step, attempt: op.attempt })} <Code>{op.id}</Code>
        </Field>
      )}
      {decision && (
        <Field name="decision">
          <Code>{decision.rule}</Code>{' '}
          {decision.approvals.length > 0 && t('approvedBy', { names: decision.approvals.join(', ') })}
        </Field>
      )}
    </>
  )
}

function Graph({ graph }: { graph: NonNullable<Leaf['graph']> }) {
  return (
    <>
      <Field name="graphRequestId">
        <Code>{graph.requestId}</Code>
      </Field>
      <Field name="graphClientRequestId">
        <Code>{graph.clientRequestId}</Code>
      </Field>
      <Field name="graphStatus">
        <Code>{graph.status}</Code>
      </Field>
    </>
  )
}

function Nobody() {
  const t = useTranslations('audit')
  return <span className="text-ink-soft">{t('nobodyConcerned')}</span>
}

function Code({ children }: { children: string | number | null }) {
  const t = useTranslations('audit')
  if (children === null) return <span className="text-ink-soft">{t('none')}</span>
  return <code className="break-all text-ink-soft">{children}</code>
}

function Field({ name, children }: { name: keyof Messages['audit']['field']; children: ReactNode }) {
  const t = useTranslations('audit')
  return (
    <div className="grid gap-x-6 border-line border-b py-2 last:border-b-0 md:grid-cols-[14rem_minmax(0,1fr)_minmax(0,1fr)]">
      <dt className="font-semibold text-sm">{t(`field.${name}`)}</dt>
      <dd className="min-w-0 text-sm">{children}</dd>
      <dd className="text-ink-soft text-sm">{t(`about.${name}`)}</dd>
    </div>
  )
}
