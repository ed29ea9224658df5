using ZoneFlow.Core.Cases;

namespace ZoneFlow.Runtime.Archiving;

/// <summary>That a case's whole dossier was written into an archive and checked there, so that its papers and personal texts could go.</summary>
/// <param name="Entries">The journal's length then; a case that is acted in again is archived again, once its time is over anew.</param>
/// <param name="Kept">Why it was time, in words.</param>
/// <param name="File">Where the archive was written.</param>
/// <param name="Sha256">Of the archive's bytes, 64 hex digits.</param>
/// <param name="Done">When what it holds was deleted here; null where that was cut short and is to be done again.</param>
public sealed record ArchivedCase(CaseId Case, string Number, string Title, long Entries, string Head, string Kept, string File, string Sha256, DateTimeOffset At, DateTimeOffset? Done);
