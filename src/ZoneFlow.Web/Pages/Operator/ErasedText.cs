using ZoneFlow.Core.Policies;

namespace ZoneFlow.Web.Pages.Operator;

/// <summary>A text that would be deleted.</summary>
public sealed record ErasedText(string Digest, Label Kind, string Text);
