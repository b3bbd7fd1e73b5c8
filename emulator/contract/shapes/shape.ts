import * as z from 'zod'

/**
 * Describes an object of Microsoft Graph: these members and no others, all of them there. The compiler holds each
 * name against Microsoft's own types for v1.0; what only the beta has, or the types do not know, goes into `more`.
 */
export function shapeOf<Known>() {
  return <Members extends Partial<Record<keyof Known, z.ZodType>>, More extends z.core.$ZodLooseShape>(
    members: Members & { [Name in Exclude<keyof Members, keyof Known>]: never },
    more?: More,
  ) => {
    // Both are plain tables of zod types; the intersection above only serves the check of names.
    const all = { ...members, ...more } as unknown as Members & More
    return z.strictObject(all)
  }
}

export const text = z.string()
export const guid = z.guid()
export const flag = z.boolean()
/** An instant in UTC; Graph leaves the fraction away or gives up to seven digits. */
export const instant = z.iso.datetime()
export const texts = z.array(text)
export const orNull = <Type extends z.ZodType>(type: Type) => type.nullable()
/** An object of which only the kind is told. */
export const typed = (name: string) => ({ '@odata.type': z.literal(`#microsoft.graph.${name}`) })

const link = z.url({ protocol: /^https$/, hostname: /^graph\.microsoft\.com$/ })
const context = z
  .string()
  .regex(/^https:\/\/graph\.microsoft\.com\/(v1\.0|beta)\/\$metadata#/, 'is no context of Graph')

/** One entity by itself. */
export function entity<Shape extends z.core.$ZodShape>(shape: z.ZodObject<Shape>) {
  return shape.extend({ '@odata.context': context })
}

/** A page of a list. */
export function page(item: z.ZodType) {
  return z.strictObject({
    '@odata.context': context,
    '@odata.count': z.int().min(0).optional(),
    '@odata.nextLink': link.optional(),
    '@odata.deltaLink': link.optional(),
    value: z.array(item),
  })
}

/** https://learn.microsoft.com/graph/errors; the methods back end repeats its message inside. */
export const errorEnvelope = z.strictObject({
  error: z.strictObject({
    code: text.min(1),
    message: text,
    innerError: z.strictObject({
      message: text.optional(),
      date: text.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/, 'has a zone or is no date'),
      'request-id': guid,
      'client-request-id': text,
    }),
    // Only of a calendar event that exists already.
    '@event.existingEventId': text.optional(),
  }),
})
