using ZoneFlow.Core.Cases;

namespace ZoneFlow.Runtime.Projection;

/// <summary>A document published on the public pages.</summary>
public sealed record AnnouncementRow(CaseId Case, string CaseTitle, string Number, string Issuer, string Slot, string Label, FiledDocument Document, DateOnly On);
