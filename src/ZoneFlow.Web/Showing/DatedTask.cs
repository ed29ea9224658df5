using ZoneFlow.Core.Policies;

namespace ZoneFlow.Web.Showing;

/// <summary>A last day of something that a reader has to do or follows.</summary>
/// <param name="Key">The same however far the day moves.</param>
/// <param name="Detail">Number, region, and what stands behind the day.</param>
/// <param name="Own">It waits for the reader.</param>
public sealed record DatedTask(string Key, DateOnly Day, Label What, string Title, string Detail, string Href, bool Own, bool Late, bool Provisional);
