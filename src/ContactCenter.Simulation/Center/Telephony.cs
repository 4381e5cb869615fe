using ContactCenter.Simulation.Center.Description;
using ContactCenter.Simulation.Evaluation;

namespace ContactCenter.Simulation.Center;

/// <summary>Calls of the instance as a whole: quotas, recordings, Contact Lens.</summary>
internal sealed class Telephony
{
    private const double UsualLensFailures = 0.0003;
    private const string Group = "VoiceCalls";

    private readonly CenterDescription _center;
    private readonly FaultBoard _faults;
    private readonly SeededRandom _random;
    private readonly MetricSeries _concurrent;
    private readonly MetricSeries _share;
    private readonly MetricSeries _perInterval;
    private readonly MinuteCounter _breaching;
    private readonly MinuteCounter _throttled;
    private readonly MinuteCounter _missed;
    private readonly MinuteCounter _recording;
    private readonly MinuteCounter _lens;
    private readonly MinuteCounter _misdialled;
    private int _arrived;
    private int _most;
    private long _missedBefore;

    public Telephony(CenterDescription center, MetricPublisher publisher, FaultBoard faults, long seed)
    {
        _faults = faults;
        _center = center;
        _random = new SeededRandom(seed, "telephony");
        _concurrent = publisher.Connect("ConcurrentCalls", Group);
        _share = publisher.Connect("ConcurrentCallsPercentage", Group);
        _perInterval = publisher.Connect("CallsPerInterval", Group);
        _breaching = new MinuteCounter(publisher.Connect("CallsBreachingConcurrencyQuota", Group));
        _throttled = new MinuteCounter(publisher.Connect("ThrottledCalls", Group));
        _missed = new MinuteCounter(publisher.Connect("MissedCalls", Group));
        _recording = new MinuteCounter(publisher.Connect("CallRecordingUploadError", "CallRecordings"));
        _lens = new MinuteCounter(publisher.Own("ContactLensFailures"));
        _misdialled = new MinuteCounter(publisher.Connect("MisconfiguredPhoneNumbers", Group));
    }

    private double Quota => _center.ConcurrentCallQuota * (1 - _faults.Share(FaultKind.QuotaTaken, Group));

    /// <summary>Calls turned away since the start.</summary>
    public long Rejected { get; private set; }

    /// <summary>Whether a call may begin, when so many are active and so many have begun in this second.</summary>
    public bool Admit(int active, int begunThisSecond)
    {
        _arrived++;
        if (begunThisSecond >= _center.CallsPerSecondQuota * (1 - _faults.Share(FaultKind.QuotaTaken, "CallRate")))
        {
            _throttled.Add();
            Rejected++;
            return false;
        }

        if (active >= Quota)
        {
            _breaching.Add();
            Rejected++;
            return false;
        }

        return true;
    }

    /// <summary>A number without a flow is called.</summary>
    public void Misdial() => _misdialled.Add();

    public void Watch(int active) => _most = Math.Max(_most, active);

    /// <summary>Closes a minute in which so many contacts were answered.</summary>
    public void Publish(long minute, long answered, long missedSoFar)
    {
        for (var contact = 0L; contact < answered; contact++)
        {
            _recording.Add(_random.Chance(_faults.Share(FaultKind.RecordingFails, null)) ? 1 : 0);
            _lens.Add(_random.Chance(Math.Max(UsualLensFailures, _faults.Share(FaultKind.ContactLensFails, null))) ? 1 : 0);
        }

        _missed.Add(missedSoFar - _missedBefore);
        _missedBefore = missedSoFar;
        if (_most > 0 || _arrived > 0)
        {
            _concurrent.Add(minute, _most);
            _share.Add(minute, _most / Quota);
            _perInterval.Add(minute, _arrived / 60.0);
        }

        _breaching.Publish(minute);
        _throttled.Publish(minute);
        _missed.Publish(minute);
        _recording.Publish(minute);
        _lens.Publish(minute);
        _misdialled.Publish(minute);
        (_arrived, _most) = (0, 0);
    }
}
