namespace ZoneFlow.Policies.Drawing;

/// <summary>What sets off the way that an arrow shows.</summary>
public enum ArrowKind
{
    Action,

    /// <summary>Time alone.</summary>
    Timer,

    /// <summary>A message from another case.</summary>
    Message,
}
