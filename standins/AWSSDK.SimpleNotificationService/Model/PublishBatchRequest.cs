namespace Amazon.SimpleNotificationService.Model;

public class PublishBatchRequest : AmazonSimpleNotificationServiceRequest
{
    public string TopicArn { get; set; }

    public List<PublishBatchRequestEntry> PublishBatchRequestEntries { get; set; }
}
