using ZoneFlow.Core.Cases;
using ZoneFlow.Core.Policies;
using ZoneFlow.Web.Pages.Parts;

namespace ZoneFlow.Web.Pages.Public;

/// <summary>The objection form. Posted: <c>entry</c>, <c>name</c>, <c>contact</c>, <c>text</c>, and the file <c>file.objection</c>.</summary>
/// <param name="NameRequired">Whether a true name and a contact are asked for.</param>
public sealed record ObjectionForm(
    string Action, PostTokens Tokens, bool NameRequired, Source Source, string Entry, string Name, string Contact, string Text, Refusal? Refused);
