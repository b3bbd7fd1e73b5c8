import { isoAt, realNow } from '../world/clock'
import { newId } from '../world/world'

/** An error of the token endpoint, in Entra's shape. */
export function entraError(error: string, code: number, text: string) {
  const [trace, correlation, at] = [newId(), newId(), isoAt(realNow())]
  return {
    error,
    error_description: `AADSTS${code}: ${text} Trace ID: ${trace} Correlation ID: ${correlation} Timestamp: ${at}`,
    error_codes: [code],
    timestamp: at,
    trace_id: trace,
    correlation_id: correlation,
  }
}
