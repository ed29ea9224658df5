using ZoneFlow.Web.Pages.Layout;
using ZoneFlow.Web.Rendering;

namespace ZoneFlow.Web.Tests.Samples;

/// <summary>A page with a model to show it with.</summary>
public sealed record SamplePage(string Name, Type Page, Func<Task<string>> RenderAsync)
{
    public static IReadOnlyList<SamplePage> All { get; } =
        [.. PublicSamples.All, .. AccessSamples.All, .. CaseSamples.All, .. TaskSamples.All, .. OutcomeSamples.All, .. OperatorSamples.All, .. OfficeSamples.All, .. DemoSamples.All, .. PlanSamples.All, .. RosterSamples.All, .. PaperSamples.All];

    public static SamplePage Of<TPage, TModel>(string name, TModel model)
        where TPage : PageOf<TModel>
        where TModel : class => new(name, typeof(TPage), () => PageRenderer.RenderAsync<TPage, TModel>(model));

    public static SamplePage Named(string name) => All.Single(p => p.Name == name);
}
