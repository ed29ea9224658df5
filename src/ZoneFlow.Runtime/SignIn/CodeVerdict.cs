namespace ZoneFlow.Runtime.SignIn;

/// <summary>What came of a typed code.</summary>
public enum CodeVerdict
{
    Right,
    Wrong,

    /// <summary>Too many wrong ones from this session or link; nothing of it is checked for some minutes.</summary>
    Paused,

    /// <summary>Too many wrong ones from browsers that this person has never typed a right one in; known ones and recovery codes go on.</summary>
    Guarded,

    /// <summary>The person has no code yet; the operator enrols one in person.</summary>
    NotEnrolled,
}
