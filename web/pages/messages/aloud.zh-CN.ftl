# 朗读：用手机自带的中文语音读出本页。

pages-aloud = 朗读本页
pages-aloud-stop = 停止朗读
pages-aloud-hint = 用这台设备自带的语音读，内容不发给任何人。周围的人听得到；您的选择不会读出来。
pages-aloud-becomes = ，改为
