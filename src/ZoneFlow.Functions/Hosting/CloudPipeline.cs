using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.DurableTask.Client;
using ZoneFlow.Functions.Orchestration;
using ZoneFlow.Runtime.Calendars;
using ZoneFlow.Runtime.Orchestrating;
using ZoneFlow.Web.Endpoints;

namespace ZoneFlow.Functions.Hosting;

/// <summary>The pages and the interface, the same as every head's, behind a trigger's request.</summary>
internal sealed class CloudPipeline(IServiceProvider services, Woken woken, LivingCalendar calendar)
{
    private readonly RequestDelegate _serve = new ApplicationBuilder(services).UseZoneFlow().Build();

    public async Task<IResult> ServeAsync(HttpContext http, DurableTaskClient client)
    {
        // The trigger's own route has been matched by now; left in place it would be answered instead of ours, with nothing.
        http.SetEndpoint(null);
        http.Request.RouteValues.Clear();
        var heard = woken.Listen();
        try
        {
            await calendar.CatchUpAsync(http.RequestAborted);
            await _serve(http);
        }
        finally
        {
            await client.WakeAsync(heard.Cases, CancellationToken.None);
        }

        return Results.Empty;
    }
}
