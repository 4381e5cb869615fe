using System.Globalization;
using System.Text;

namespace ContactCenter.Replay;

/// <summary>
/// An endless morning as a stream of SNS events, one a line: 200 alarms on 50 queues, each turning red and recovering in turn, made as it
/// is read so that neither disk nor memory plays a part.
/// </summary>
internal sealed class AlarmStream(int events) : Stream
{
    private const int Queues = 50;
    private static readonly string[] Alarms =
    [
        "LongestQueueWaitTime", "QueueSize", "QueueCapacityExceededError", "LongestQueueWaitTime-critical"
    ];
    private static readonly DateTimeOffset Start = new(2026, 3, 2, 7, 0, 0, TimeSpan.Zero);

    private byte[] _line = [];
    private int _position;
    private int _made;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count)
    {
        if (_position == _line.Length)
        {
            if (_made == events)
            {
                return 0;
            }

            _line = Encoding.UTF8.GetBytes(Line(_made++));
            _position = 0;
        }

        var read = Math.Min(count, _line.Length - _position);
        _line.AsSpan(_position, read).CopyTo(buffer.AsSpan(offset));
        _position += read;
        return read;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <summary>The i-th change: alarms take turns, and each turn of an alarm flips it.</summary>
    private static string Line(int i)
    {
        var number = i % (Queues * Alarms.Length);
        var queue = $"Queue {number % Queues}";
        var alarm = Alarms[number / Queues];
        var isRed = i / (Queues * Alarms.Length) % 2 == 0;
        var at = Start.AddMilliseconds(i * 900.0).ToString("yyyy-MM-dd'T'HH:mm:ss.fff+0000", CultureInfo.InvariantCulture);
        var (state, old) = isRed ? ("ALARM", "OK") : ("OK", "ALARM");
        var metric = alarm.Split('-')[0];
        var message = $$$"""
            {"AlarmName":"{{{alarm}}} {{{queue}}}","AlarmDescription":null,"AWSAccountId":"123456789012","NewStateValue":"{{{state}}}","NewStateReason":"Threshold Crossed: 1 datapoint [{{{120 + (i % 300)}}}.0 (02/03/26 07:00:00)] was greater than the threshold (120.0).","StateChangeTime":"{{{at}}}","Region":"EU (Frankfurt)","AlarmArn":"arn:aws:cloudwatch:eu-central-1:123456789012:alarm:{{{alarm}}} {{{queue}}}","OldStateValue":"{{{old}}}","Trigger":{"MetricName":"{{{metric}}}","Namespace":"AWS/Connect","StatisticType":"Statistic","Statistic":"MAXIMUM","Unit":null,"Dimensions":[{"value":"aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee","name":"InstanceId"},{"value":"Queue","name":"MetricGroup"},{"value":"{{{queue}}}","name":"QueueName"}],"Period":60,"EvaluationPeriods":2,"DatapointsToAlarm":2,"ComparisonOperator":"GreaterThanThreshold","Threshold":120.0,"TreatMissingData":"notBreaching","EvaluateLowSampleCountPercentile":""}}
            """;
        return $$$"""{"Records":[{"EventSource":"aws:sns","EventVersion":"1.0","EventSubscriptionArn":"arn:aws:sns:eu-central-1:123456789012:alarms:1","Sns":{"Type":"Notification","MessageId":"{{{i}}}","TopicArn":"arn:aws:sns:eu-central-1:123456789012:alarms","Subject":"{{{state}}}","Message":"{{{Escape(message)}}}","Timestamp":"2026-03-02T07:00:00.000Z"}}]}"""
            + "\n";
    }

    private static string Escape(string json) =>
        json.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal);
}
