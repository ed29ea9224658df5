using ZoneFlow.Core.Policies;

namespace ZoneFlow.Web.Drawing;

/// <summary>A dated point of a case's life.</summary>
public sealed record LifeEvent(DateOnly Day, Label What, bool Ahead, bool Provisional);
