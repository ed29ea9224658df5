using ZoneFlow.Core.Policies;
using ZoneFlow.Web.Pages.Parts;

namespace ZoneFlow.Web.Pages.Work;

/// <summary>How many there are of something.</summary>
public sealed record CountLine(Label Label, int Count, Tone Tone = Tone.Plain);
