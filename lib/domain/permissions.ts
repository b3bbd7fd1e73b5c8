import { type Actor, is, type JobActor, type PersonActor, type Role, type VisitorActor } from './actor'

/** What each permission needs to know besides the actor. */
export type Targets = {
  'session.start': []
  'session.end': [session: { personId: string }]
  'session.end_other': [session: { id: string }]
  'person.choose_language': [person: { id: string }]
  'settings.change': []
  'guide.write_note': []
  'methods.look': [person: { id: string }]
  'methods.record': []
  'swap.move': [swap: { id: string; personId: string }]
  'swap.change_answers': [swap: { id: string; personId: string }]
  'swap.remove_old': [swap: { id: string; personId: string }]
  'swap.record_removal': [swap: { id: string; personId: string }]
  'booking.change': [swap: { id: string; personId: string }]
  'return.attest': [swap: { id: string; personId: string }]
  'return.undo': [swap: { id: string; personId: string }]
  'return.receive': [swap: { id: string; personId: string }]
  'check_up.answer': [swap: { id: string; personId: string }]
  'kit.attest': [swap: { id: string; personId: string }]
  'device.add': [person: { id: string }]
  'device.describe': [device: OfPerson]
  'device.say_state': [device: OfPerson]
  'device.link': [device: OfPerson]
  'device.protect': [device: OfPerson]
  'backup.attest': [device: OfPerson]
  'backup.say_restore_only': [device: OfPerson]
  'backup.answer_check': [person: { id: string }]
  'backup.ask_check': []
  'primary.move': [device: OfPerson]
  'directory.sync': []
  'directory.ask_sync': []
  'tenant.ask_examination': []
  'tenant.record_examination': []
  'directory.decide_leavers': []
  'queue.sweep': []
  'worker.beat': []
  'wave.create': []
  'wave.plan': [wave: { id: string }]
  'wave.publish': [wave: { id: string }]
  'wave.end': [wave: { id: string }]
  'swap.close': [swap: { id: string; personId: string }]
  'swap.freeze': [swap: OfPerson]
  'swap.unfreeze': [swap: OfPerson]
  'reference.give': []
  'reference.link': [found: OfPerson]
  'lookup.count': []
  'case.open': [person: { id: string }]
  'case.open_own': [person: { id: string }]
  'case.raise_own': [person: { id: string }]
  'case.take': [found: OfPerson]
  'case.close': [found: OfPerson]
  'verification.start': [found: OfPerson]
  'verification.give_evidence': [verification: OfPerson]
  'verification.end': [verification: OfPerson]
  'confirmation.answer_own': [confirmation: { id: string; askedId: string }]
  'confirmation.answer_manager': [confirmation: { id: string; askedId: string }]
  'reset.clear': [found: OfPerson]
  'reset.answer_clearance': []
  'reset.request': [found: OfPerson]
  'reset.run': [reset: OfPerson]
  'reset.stop': [reset: OfPerson]
  'reset.settle': []
  'message.send': []
  'message.remind': []
  'message.decide': [message: { id: string }]
  'message.check': []
  'message.test': []
}

/** A thing, and whom it is about. */
type OfPerson = { id: string; personId: string }

export type Permission = keyof Targets

type Actors = { person: PersonActor; job: JobActor; visitor: VisitorActor }

/** One line of the table: which kinds of actor, who of them, for which things, how freshly signed in. */
export type Row<Target extends unknown[]> = {
  by: readonly (keyof Actors)[]
  /** Any of these roles; absent: every person. Jobs and visitors have none. */
  roles?: readonly Role[]
  /** What must hold between actor and thing. Asked of persons only. */
  when?: (actor: PersonActor, ...target: Target) => boolean
  /** At most this old may the sign-in be. Asked of persons only. */
  stepUpMinutes?: number
}

/**
 * Who may do what to which thing. What is not listed is not allowed.
 * What an actor may *see* is not decided here: reads are scoped (lib/queries).
 */
export const permissions: { readonly [P in Permission]: Row<Targets[P]> } = {
  'session.start': { by: ['visitor', 'person'] },
  'session.end': { by: ['person'], when: (actor, session) => session.personId === actor.personId },
  'session.end_other': { by: ['person'], roles: ['owner'] },
  'person.choose_language': { by: ['person'], when: isSelf },
  'settings.change': { by: ['person'], roles: ['owner'], stepUpMinutes: 15 },
  'guide.write_note': { by: ['person'], roles: ['owner'], stepUpMinutes: 15 },
  'methods.look': {
    by: ['person', 'job'],
    when: (actor, person) =>
      person.id === actor.personId ||
      (['helpdesk', 'verifier', 'planner'] as const).some((role) => is(actor, role)),
  },
  'methods.record': { by: ['job'] },
  'swap.move': { by: ['person'], when: isOwn },
  'swap.change_answers': { by: ['person'], when: isOwn },
  // Microsoft wants a sign-in of the last ten minutes for one's own methods.
  'swap.remove_old': { by: ['person'], when: isOwn, stepUpMinutes: 10 },
  'swap.record_removal': { by: ['person'], when: isOwn },
  'booking.change': { by: ['person'], when: isOwn },
  'return.attest': { by: ['person'], when: isOwn },
  'return.undo': { by: ['person'], when: isOwn },
  // Who hands a phone in cannot also be the one who received it.
  'return.receive': {
    by: ['person'],
    roles: ['technician', 'helpdesk', 'planner'],
    when: isOfSomebodyElse,
  },
  'check_up.answer': { by: ['person'], when: isOwn },
  'kit.attest': { by: ['person'], when: isOwn },
  'device.add': { by: ['person'], when: isSelf },
  'device.describe': { by: ['person'], when: isOwn },
  'device.say_state': { by: ['person'], when: isOwn },
  'device.link': { by: ['person'], when: isOwn },
  'device.protect': { by: ['person'], when: isOwn },
  // Nobody but its owner can see a backup, so nobody else can speak of it.
  'backup.attest': { by: ['person'], when: isOwn },
  'backup.say_restore_only': { by: ['person'], when: isOwn },
  'backup.answer_check': { by: ['person'], when: isSelf },
  'backup.ask_check': { by: ['job'] },
  'primary.move': { by: ['person'], when: isOwn },
  'directory.sync': { by: ['job'] },
  'tenant.ask_examination': { by: ['person', 'job'], roles: ['planner', 'owner'] },
  'tenant.record_examination': { by: ['job'] },
  'directory.ask_sync': { by: ['person'], roles: ['owner', 'planner'] },
  'directory.decide_leavers': { by: ['person'], roles: ['owner', 'planner'] },
  'queue.sweep': { by: ['job'] },
  'worker.beat': { by: ['job'] },
  'wave.create': { by: ['person'], roles: ['planner'] },
  'wave.plan': { by: ['person'], roles: ['planner'] },
  'wave.publish': { by: ['person'], roles: ['planner'] },
  'wave.end': { by: ['person'], roles: ['planner'] },
  // Nobody closes their own like this: that would be a way around the gate. `check_up.answer` only goes through it.
  'swap.close': {
    by: ['person'],
    roles: ['planner'],
    when: (actor, swap) => swap.personId !== actor.personId,
  },
  'swap.freeze': { by: ['person'], roles: ['helpdesk'], when: isOfSomebodyElse },
  // Never the person: whoever holds their session would go on undisturbed.
  'swap.unfreeze': { by: ['person'], roles: ['helpdesk'], when: isOfSomebodyElse },
  // Whoever is locked out can sign in nowhere; what they get says nothing about anybody.
  'reference.give': { by: ['visitor'] },
  'reference.link': { by: ['person'], roles: ['helpdesk'], when: isOfSomebodyElse },
  'lookup.count': { by: ['person', 'visitor'] },
  'case.open': {
    by: ['person'],
    roles: ['helpdesk'],
    when: (actor, person) => person.id !== actor.personId,
  },
  'case.open_own': { by: ['person'], when: isSelf },
  'case.raise_own': { by: ['person'], when: isSelf },
  'case.take': { by: ['person'], roles: ['helpdesk'], when: isOfSomebodyElse },
  'case.close': { by: ['person'], roles: ['helpdesk'], when: isOfSomebodyElse },
  'verification.start': { by: ['person'], roles: ['helpdesk', 'verifier'], when: isOfSomebodyElse },
  'verification.give_evidence': { by: ['person'], roles: ['helpdesk', 'verifier'], when: isOfSomebodyElse },
  'verification.end': { by: ['person'], roles: ['helpdesk', 'verifier'], when: isOfSomebodyElse },
  'confirmation.answer_own': { by: ['person'], when: isAsked },
  // A manager's word can open the way to a reset, so it comes with a fresh sign-in of their own.
  'confirmation.answer_manager': { by: ['person'], when: isAsked, stepUpMinutes: 10 },
  'reset.clear': { by: ['person'], roles: ['helpdesk'], when: isOfSomebodyElse },
  'reset.answer_clearance': { by: ['job'] },
  'reset.request': { by: ['person'], roles: ['helpdesk'], when: isOfSomebodyElse },
  'reset.run': { by: ['person'], roles: ['helpdesk'], when: isOfSomebodyElse },
  'reset.stop': { by: ['person'], roles: ['helpdesk'], when: isOfSomebodyElse },
  'reset.settle': { by: ['job'] },
  'message.send': { by: ['job'] },
  'message.remind': { by: ['job'] },
  'message.decide': { by: ['person'], roles: ['owner'] },
  'message.test': { by: ['person'], roles: ['owner'] },
  // Whoever holds a mail in doubt, signed in or not.
  'message.check': { by: ['visitor', 'person'] },
}

/** Nobody verifies or resets themselves. */
function isOfSomebodyElse(actor: PersonActor, { personId }: OfPerson): boolean {
  return personId !== actor.personId
}

function isSelf(actor: PersonActor, { id }: { id: string }): boolean {
  return id === actor.personId
}

function isAsked(actor: PersonActor, { askedId }: { askedId: string }): boolean {
  return askedId === actor.personId
}

export type Verdict = 'allowed' | 'denied' | 'step_up_needed'

/** Whether the actor may, and if not, whether a fresh sign-in would do. */
export function judge<P extends Permission>(
  actor: Actor,
  now: Date,
  permission: P,
  ...target: Targets[P]
): Verdict {
  // The row of P takes the target of P; TypeScript loses that when it looks up a union.
  const row = permissions[permission] as Row<Targets[P]>
  if (!row.by.includes(actor.kind)) return 'denied'
  if (actor.kind !== 'person') return 'allowed'
  if (row.roles && !row.roles.some((role) => is(actor, role))) return 'denied'
  if (row.when && !row.when(actor, ...target)) return 'denied'
  return isFresh(actor, now, row.stepUpMinutes) ? 'allowed' : 'step_up_needed'
}

function isOwn(actor: PersonActor, { personId }: { personId: string }): boolean {
  return personId === actor.personId
}

function isFresh(actor: PersonActor, now: Date, minutes: number | undefined): boolean {
  return minutes === undefined || now.getTime() - actor.authenticatedAt.getTime() <= minutes * 60_000
}
