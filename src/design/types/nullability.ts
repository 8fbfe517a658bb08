/** Values that come after the row: how it ended, what went wrong, when someone acted. The row stands before them. */
const later =
  /(^|_)(deleted|finished|completed|ended|closed|resolved|processed|approved|rejected|cancelled|canceled|accepted|confirmed|verified|validated|used|read|sent|paid|purchased|returned|redeemed|refunded|shipped|scanned|dismissed|published|archived|started|expires|expired|reviewed|last_\w+|studied|seen|logged_in|changed|favorited|favourited|saved|delivered|submitted|revoked|blocked|locked|reset|set|activated|deactivated)_(at|on|date|until|by|by_user_id|by_id)$|^(last|next)_(?!name$)|(^|_)(error|error_message|error_code|error_details|rejection_reason|cancellation_reason|failure_reason)$/

/** Words that people may leave empty when a document says nothing else. */
const spare =
  /(^|_)(description|note|notes|comment|comments|bio|biography|about|avatar|avatar_url|logo|logo_url|image|image_url|photo|photo_url|thumbnail|thumbnail_url|cover_url|phone|phone_number|website|website_url|nickname|middle_name|link|url|source_url|reason|hint|remarks|summary|feedback|address|metadata|color|colour|icon|emoji|ip_address|user_agent)$/

/** Whether a column of this name may be null when no document says: the value comes after the row, or people leave it out. */
export function mayBeMissing(name: string): boolean {
  return later.test(name) || spare.test(name)
}
