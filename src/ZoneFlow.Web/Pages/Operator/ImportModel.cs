using ZoneFlow.Core.Cases;
using ZoneFlow.Core.Policies;
using ZoneFlow.Web.Pages.Layout;
using ZoneFlow.Web.Pages.Parts;

namespace ZoneFlow.Web.Pages.Operator;

/// <summary>Parties from a file. Posted: <c>csv</c> as text or file, <c>nonce</c>, <c>signal</c>; first to look, then to import.</summary>
/// <param name="Columns">The file's columns, by name in its heading.</param>
/// <param name="Lines">The rows as they were read; null until a file has been.</param>
/// <param name="Confirm">The form that imports what is right; null where there is nothing to import, or it is done.</param>
public sealed record ImportModel(
    PageFrame Frame, PostTokens Tokens, IReadOnlyList<Label> Columns, string Csv, IReadOnlyList<ImportLine>? Lines, PostTokens? Confirm, bool Done,
    Refusal? Refused) : PageModel(Frame);
