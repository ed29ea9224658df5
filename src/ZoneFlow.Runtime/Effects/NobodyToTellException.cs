using ZoneFlow.Core.Cases;

namespace ZoneFlow.Runtime.Effects;

/// <summary>A mail has nobody to go to: no party holds the role, and the installation has no operator.</summary>
public sealed class NobodyToTellException(Audience audience)
    : Exception($"Nobody holds the role {audience.Role} {audience.Region}{audience.Party}, and there is no operator.");
