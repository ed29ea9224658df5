using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using ZoneFlow.Runtime.Ports;
using ZoneFlow.Runtime.Shell;

namespace ZoneFlow.Web.Endpoints;

/// <summary>Turns what was thrown into an answer that says what happened and gives nothing away.</summary>
public sealed partial class Failures(RequestDelegate next, ILogger<Failures> logger)
{
    public async Task InvokeAsync(HttpContext http)
    {
        try
        {
            await next(http);
        }
        catch (Exception error) when (!http.Response.HasStarted)
        {
            var answer = error switch
            {
                BadHttpRequestException { StatusCode: 413 } => Problems.Of(http, 413, "too-large", "提交的内容过大。", "What was sent is too large."),
                BadHttpRequestException { StatusCode: 415 } => Problems.MediaType(http),
                UnreadableException unreadable => Problems.Refused(http, unreadable.Refusal),
                BadHttpRequestException or InvalidDataException =>
                    Problems.BadRequest(http, "unreadable", "无法读取提交的内容。", "What was sent cannot be read."),
                CaseParkedException => Problems.Parked(http),
                StoreFullException => Problems.StoreFull(http),
                OperationCanceledException when http.RequestAborted.IsCancellationRequested => Results.StatusCode(499),
                _ => Problems.Unexpected(http),
            };
            if (error is not (BadHttpRequestException or InvalidDataException or UnreadableException or OperationCanceledException))
            {
                Log.Failed(logger, http.Request.Method, http.GetEndpoint()?.DisplayName ?? "", error);
            }

            await answer.ExecuteAsync(http);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "{Method} {Route} failed.")]
        public static partial void Failed(ILogger logger, string method, string route, Exception error);
    }
}
