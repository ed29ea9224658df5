using ZoneFlow.Core.Cases;
using ZoneFlow.Core.Policies;

namespace ZoneFlow.Runtime.Projection;

/// <summary>A letter's paper as the office kept it: its 文号, the page and the text document by hash, and what it was made by.</summary>
public sealed record LetterPaperRow(
    string? Number, LetterPaper Page, LetterPaper Docx, PackRevision Pack, string TemplateRevision, DateTimeOffset At, long Entry);
