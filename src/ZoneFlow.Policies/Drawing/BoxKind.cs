namespace ZoneFlow.Policies.Drawing;

/// <summary>What a box of a diagram stands for; each has a look of its own.</summary>
public enum BoxKind
{
    /// <summary>How it begins: somebody's act, a duty, another procedure.</summary>
    Start,

    Task,
    Panel,
    Notice,
    Wait,
    End,

    /// <summary>Any stage at all.</summary>
    Anywhere,

    Procedure,
    Duty,
    Outcome,
}
