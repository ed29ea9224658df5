using Microsoft.AspNetCore.Http;
using ZoneFlow.Web.Pages.Layout;
using ZoneFlow.Web.Rendering;

namespace ZoneFlow.Web.Showing;

/// <summary>A page as an answer.</summary>
public static class PageResults
{
    public static async Task<IResult> PageAsync<TPage, TModel>(TModel model, int status = StatusCodes.Status200OK)
        where TPage : PageOf<TModel>
        where TModel : class =>
        new PageResult(await PageRenderer.BytesAsync<TPage, TModel>(model), status);
}
