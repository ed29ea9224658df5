using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using ZoneFlow.Runtime.SendGrid;

namespace ZoneFlow.Functions.Triggers;

/// <summary>SendGrid's event webhook. Its signature is its sign-in.</summary>
internal sealed class MailEventsTrigger(SendGridEvents events)
{
    [Function("mail-events")]
    public async Task<IResult> TakeAsync([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "hooks/sendgrid")] HttpRequest request) =>
        Results.StatusCode(await events.TakeAsync(
            request.Body, request.Headers[SendGridSignature.SignatureHeader], request.Headers[SendGridSignature.TimestampHeader], request.HttpContext.RequestAborted));
}
