using ZoneFlow.Core.Policies;
using ZoneFlow.Web.Pages.Parts;

namespace ZoneFlow.Web.Pages.Operator;

/// <summary>An effect of the outbox.</summary>
/// <param name="RetryAction">Posted to, to try again; null where it cannot be.</param>
public sealed record EffectLine(
    string Id, string CaseNumber, string? CaseHref, Label Kind, string To, int Attempts, DateTimeOffset NextTry, string? Error, string? RetryAction, PostTokens? Tokens);
