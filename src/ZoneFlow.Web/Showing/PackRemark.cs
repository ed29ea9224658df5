namespace ZoneFlow.Web.Showing;

/// <summary>One thing that the check says of a pack.</summary>
/// <param name="Where">File and line.</param>
public sealed record PackRemark(bool IsError, string Where, string Rule, string Sentence);
