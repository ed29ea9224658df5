using Microsoft.AspNetCore.Components;

namespace ZoneFlow.Web.Pages.Layout;

/// <summary>A page: a component that shows one model and knows nothing else.</summary>
public abstract class PageOf<TModel> : ComponentBase
    where TModel : class
{
    [Parameter, EditorRequired]
    public required TModel Model { get; set; }
}
