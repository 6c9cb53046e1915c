/** A kind of secret: how it is written wherever it turns up. */
export interface SecretKind {
  readonly name: string;
  readonly pattern: RegExp;
}

const kind = (name: string, pattern: RegExp): SecretKind => ({ name, pattern });

/**
 * The kinds of secret that could end up in this repository: of its platform, its identity provider, its model
 * providers, its registries and its people. Each pattern asks for the length the real thing has, so that a placeholder
 * is none.
 *
 * @see https://github.com/gitleaks/gitleaks/blob/master/config/gitleaks.toml for the shapes
 */
export const SECRET_KINDS: readonly SecretKind[] = [
  kind("private key", /-----BEGIN (?:[A-Z]+ )*PRIVATE KEY(?: BLOCK)?-----/),
  kind("JWT with a signature", /\beyJ[\w-]{15,}\.eyJ[\w-]{15,}\.[\w-]{40,}/),
  kind("Supabase secret key", /\bsb_secret_[\w-]{20,}/),
  kind("Supabase access token", /\bsbp_[0-9a-f]{40}\b/),
  kind("Supabase personal OAuth token", /\bsbp_oauth_[0-9a-f]{40}\b/),
  kind(
    "database URL with a password",
    /\bpostgres(?:ql)?:\/\/[^\s:@/]+:(?!\[)[^\s:@/${}<]{6,}@(?!127\.0\.0\.1|localhost)/,
  ),
  kind("Firebase or Google API key", /\bAIza[\w-]{35}\b/),
  kind("Google OAuth access token", /\bya29\.[\w-]{20,}/),
  kind("Google OAuth client secret", /\bGOCSPX-[\w-]{28}/),
  kind("Google service account key", /"private_key_id"\s*:\s*"[0-9a-f]{40}"/),
  kind("Firebase server key", /\bAAAA[\w-]{7}:[\w-]{140}/),
  kind("AWS access key id", /\b(?:AKIA|ASIA)[A-Z2-7]{16}\b/),
  kind("AWS secret access key", /aws_?secret_?access_?key["'\s:=]+[A-Za-z0-9/+]{40}\b/i),
  kind("AWS Bedrock API key", /\b(?:ABSK[A-Za-z0-9+/]{40,}|bedrock-api-key-[\w=-]{20,})/),
  kind("OpenAI key", /\bsk-(?:proj-|svcacct-)?[A-Za-z0-9_-]{20,}T3BlbkFJ[A-Za-z0-9_-]{20,}/),
  kind("Anthropic key", /\bsk-ant-[a-z0-9]+-[\w-]{40,}/),
  kind("GitHub token", /\b(?:gh[pousr]_[A-Za-z0-9]{36}|github_pat_\w{82})\b/),
  kind("GitLab token", /\bglpat-[\w-]{20}/),
  kind("npm token", /\bnpm_[A-Za-z0-9]{36}\b/),
  kind("npm registry password", /_(?:authToken|password)\s*=\s*(?!\$\{)[^\s$]{16,}/),
  kind("Slack token", /\bxox[abprs]-[A-Za-z0-9-]{20,}/),
  kind("Slack webhook", /hooks\.slack\.com\/services\/T\w{8,}\/B\w{8,}\/\w{24}/),
  kind("Stripe key", /\b[rs]k_live_[A-Za-z0-9]{24,}/),
  kind("Twilio key", /\bSK[0-9a-f]{32}\b/),
  kind("SendGrid key", /\bSG\.[\w-]{22}\.[\w-]{43}/),
  kind("Hugging Face token", /\bhf_[A-Za-z]{34}\b/),
  // A host that is reserved for examples (RFC 2606) opens nothing.
  kind(
    "basic credentials in a URL",
    /\bhttps?:\/\/[^\s/:@"'`${}<>]+:[^\s/:@"'`${}<>]{8,}@(?![\w.-]+\.(?:example|test)\b)/,
  ),
];
