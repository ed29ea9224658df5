using System.Collections.Immutable;
using ZoneFlow.Core.Cases;

namespace ZoneFlow.Runtime.Projection;

/// <summary>A public notice as it was published. It is never written again; what became of its entries stands beside it.</summary>
/// <param name="Visit">The visit of the procedure that published it, so that a second notice is another.</param>
/// <param name="Entries">Keys and titles of what it lists.</param>
public sealed record NoticeRow(
    CaseId Case, string Procedure, int Visit, string Title, string Issuer, string Policy, DateOnly From, DateOnly Last,
    ImmutableArray<NoticeLine> Entries, FiledDocument? Document);
