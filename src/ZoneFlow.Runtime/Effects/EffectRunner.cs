using ZoneFlow.Core.Cases;

namespace ZoneFlow.Runtime.Effects;

/// <summary>Does what an effect of a case asks for. It may come again, and is known by its id; an exception puts it off.</summary>
public delegate Task EffectRunner(CaseId from, Effect effect, CancellationToken cancellationToken);
