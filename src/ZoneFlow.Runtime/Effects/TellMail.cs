using ZoneFlow.Core.Cases;
using ZoneFlow.Core.Policies;
using ZoneFlow.Runtime.Shell;

namespace ZoneFlow.Runtime.Effects;

/// <summary>A mail to one person, with all that rendering it needs.</summary>
/// <param name="CaseUrl">The case's page.</param>
/// <param name="ActionUrl">The link to act by, where the mail asks for an action of this person.</param>
/// <param name="ExplainUrl">Where the due date explains itself, or null where none is named.</param>
/// <param name="Reason">The reason given for what happened, or null.</param>
/// <param name="LetterTitle">For a letter: its title and body, placeholders put in.</param>
public sealed record TellMail(
    Effect.Tell Tell, Addressee To, string CaseUrl, string? ActionUrl, string? ExplainUrl, string? Reason, Label? LetterTitle, Label? LetterBody);
