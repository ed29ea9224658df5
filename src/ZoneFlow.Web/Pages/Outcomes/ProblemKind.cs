namespace ZoneFlow.Web.Pages.Outcomes;

/// <summary>The kinds of problem that have a page of their own.</summary>
public enum ProblemKind
{
    Refused,
    NotFound,
    NotAllowed,
    SignInNeeded,
    Invalid,
    TooLarge,
    TooMany,
    Parked,
    Error,
}
