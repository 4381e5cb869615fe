using ContactCenter.Core.Incidents;
using ContactCenter.Core.Notifications.Reach;

namespace ContactCenter.Embedded.Ports;

/// <summary>Tests whom a request is about at once: there is no topic on this machine.</summary>
internal sealed class DirectReach(ReachTester tester, IncidentDesk desk, TimeProvider clock) : IReachRequests
{
    public async Task AskAsync(ReachRequest request, CancellationToken cancellationToken) =>
        await tester.AnswerAsync(request, await desk.PolicyNowAsync(), clock.GetUtcNow(), cancellationToken);
}
