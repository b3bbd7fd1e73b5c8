import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { auditBody } from '@/lib/domain/audit-event'
import { readLeaf } from '@/lib/domain/audit-leaf'

// Typed by hand. What is hashed can never change: when one of these is red, the code is wrong, or a new
// version of the leaf is being made (docs/decisions/0006-audit-leaf.md).

const person = {
  kind: 'person',
  personId: '0198c0de-0000-7000-8000-000000000001',
  entraId: '11111111-1111-4111-8111-111111111111',
  entraTenantId: '22222222-2222-4222-8222-222222222222',
  roles: ['employee', 'helpdesk'],
  sessionId: '0198c0de-0000-7000-8000-000000000002',
  authenticatedAt: new Date('2026-11-22T09:00:00Z'),
  amr: ['pwd', 'mfa'],
  acrs: ['c1'],
  addressHash: 'addr',
  browserHash: null,
} as const

const full = auditBody({
  id: '0198c0de-0000-7000-8000-000000000003',
  at: new Date('2026-11-22T10:42:07.005Z'),
  type: 'methods.look_failed',
  actor: person,
  target: {
    kind: 'person',
    id: '0198c0de-0000-7000-8000-000000000004',
    oid: '33333333-3333-4333-8333-333333333333',
  },
  known: 'weaker',
  outcome: 'uncertain',
  detail: { why: 'perché “no”\n', count: 3, retry: false, when: null },
  op: { id: '0198c0de-0000-7000-8000-000000000005', step: 'remove_method', attempt: 2 },
  decision: { rule: 'planReset', approvals: ['44444444-4444-4444-8444-444444444444'] },
  graph: { requestId: 'req', clientRequestId: null, status: 503 },
  prevSize: 41,
  commitment: 'ab'.repeat(32),
})

const fullByHand = [
  '{"actor":{"acrs":["c1"],"auth_time":"2026-11-22T09:00:00.000Z","kind":"person",',
  '"oid":"11111111-1111-4111-8111-111111111111",',
  '"session_ref":"0198c0de-0000-7000-8000-000000000002",',
  '"tid":"22222222-2222-4222-8222-222222222222"},',
  '"at":"2026-11-22T10:42:07.005Z",',
  '"ctx":{"ip_hash":"addr","ua_hash":null},',
  '"decision":{"approvals":["44444444-4444-4444-8444-444444444444"],"rule":"planReset"},',
  '"detail":{"count":3,"retry":false,"when":null,"why":"perché “no”\\n"},',
  '"graph":{"clientRequestId":null,"requestId":"req","status":503},',
  '"id":"0198c0de-0000-7000-8000-000000000003",',
  '"known":"weaker",',
  '"op":{"attempt":2,"id":"0198c0de-0000-7000-8000-000000000005","step":"remove_method"},',
  '"outcome":"uncertain",',
  '"pii_commit":"abababababababababababababababababababababababababababababababab",',
  '"prev_size":41,',
  '"target":{"id":"0198c0de-0000-7000-8000-000000000004","kind":"person",',
  '"oid":"33333333-3333-4333-8333-333333333333"},',
  '"type":"methods.look_failed",',
  '"v":1}',
].join('')

describe('the text of a leaf is fixed, to the byte', () => {
  test('with every field', () => {
    expect(full).toBe(fullByHand)
    expect(hashOf(full)).toBe('c2e8b6df4839dd1ba670f6a14785448f26d15ef6adf30ceee79230451f884218')
  })

  test('with nothing but what must be there: what is not said has its usual value', () => {
    const body = auditBody({
      id: '0198c0de-0000-7000-8000-000000000006',
      at: new Date('2026-01-01T00:00:00Z'),
      type: 'sync.ended',
      actor: { kind: 'job', name: 'directory.sync' },
      target: { kind: 'sync', id: 'people' },
      prevSize: 0,
      commitment: null,
    })
    expect(body).toBe(
      '{"actor":{"kind":"job","name":"directory.sync"},"at":"2026-01-01T00:00:00.000Z","ctx":{"ip_hash":null,"ua_hash":null},"detail":{},"id":"0198c0de-0000-7000-8000-000000000006","known":"seen","outcome":"done","pii_commit":null,"prev_size":0,"target":{"id":"people","kind":"sync","oid":null},"type":"sync.ended","v":1}',
    )
    expect(hashOf(body)).toBe('30583c947794cc384483de285499755665c06d1d15f5029cec0e6031934e6f65')
  })

  test('by somebody who has not signed in', () => {
    const body = auditBody({
      id: '0198c0de-0000-7000-8000-000000000007',
      at: new Date('2026-12-31T23:59:59.999Z'),
      type: 'token.refused',
      actor: { kind: 'visitor', reference: null },
      target: { kind: 'app', id: 'desk', oid: null },
      outcome: 'refused',
      prevSize: 9_007_199_254_740_991,
      commitment: null,
    })
    expect(body).toBe(
      '{"actor":{"kind":"visitor","reference":null},"at":"2026-12-31T23:59:59.999Z","ctx":{"ip_hash":null,"ua_hash":null},"detail":{},"id":"0198c0de-0000-7000-8000-000000000007","known":"seen","outcome":"refused","pii_commit":null,"prev_size":9007199254740991,"target":{"id":"desk","kind":"app","oid":null},"type":"token.refused","v":1}',
    )
  })
})

test('what is personal never reaches the text', () => {
  const body = auditBody({
    id: 'x',
    at: new Date(0),
    type: 'denied',
    actor: person,
    target: { kind: 'person', id: 'x' },
    personal: { name: 'Elio Esposito' },
    prevSize: 0,
    commitment: 'c',
  })
  expect(body).not.toContain('Elio')
})

test('a leaf reads back as what was said', () => {
  expect(readLeaf(full)).toMatchObject({
    actor: { kind: 'person', oid: person.entraId, acrs: ['c1'] },
    known: 'weaker',
    outcome: 'uncertain',
    detail: { count: 3, retry: false, when: null },
    op: { attempt: 2 },
    prev_size: 41,
  })
})

/** RFC 6962: SHA-256 of a zero byte and the entry. */
function hashOf(body: string): string {
  return createHash('sha256').update(Buffer.of(0)).update(body, 'utf8').digest('hex')
}
