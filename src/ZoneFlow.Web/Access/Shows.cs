using ZoneFlow.Core.Cases;

namespace ZoneFlow.Web.Access;

/// <summary>What a route shows, as metadata: the one table of <see cref="May"/> decides who may have it.</summary>
public sealed record Shows(View View);
