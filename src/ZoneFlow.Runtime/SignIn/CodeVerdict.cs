namespace ZoneFlow.Runtime.SignIn;

/// <summary>What came of a typed code.</summary>
public enum CodeVerdict
{
    Right,
    Wrong,

    /// <summary>Too many wrong ones from this session or link; nothing of it is checked for some minutes.</summary>
    Paused,

    /// <summary>The person has no code yet; the operator enrols one in person.</summary>
    NotEnrolled,
}
