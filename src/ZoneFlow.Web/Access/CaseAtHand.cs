using Microsoft.AspNetCore.Http;
using ZoneFlow.Core.Cases;
using ZoneFlow.Core.Policies;

namespace ZoneFlow.Web.Access;

/// <summary>The case that a request's address names, loaded once, with what the caller is to it.</summary>
public sealed record CaseAtHand(CaseState State, Rulebook Rules, Caller Caller, Relation Relation)
{
    public Pack Pack => Rules.Policy;

    public bool MaySee(View view) => May.See(view, Pack, State, Caller.Actor);

    public static ValueTask<CaseAtHand?> BindAsync(HttpContext http) => ValueTask.FromResult(http.Features.Get<CaseAtHand>());
}
