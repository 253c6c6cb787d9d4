"""Invented articles for the sites of this folder, and the markup they have in common."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from html import escape


@dataclass(frozen=True, slots=True)
class Written:
    """One article as written."""

    headline: str
    day: date
    paragraphs: tuple[str, ...]

    @property
    def lead(self) -> str:
        """What lists print under the headline: the beginning of the text."""
        return self.paragraphs[0][:110].rpartition(" ")[0] + "..."


def link(href: str, text: str) -> str:
    """Return a link."""
    return f'<a href="{escape(href)}">{escape(text)}</a>'


def text_of(article: Written) -> str:
    """Return the paragraphs of ``article``."""
    return "".join(f"<p>{escape(paragraph)}</p>" for paragraph in article.paragraphs)


def teasers(linked: Iterable[tuple[str, Written]]) -> str:
    """Return a list of addresses and articles as headlines with leads."""
    return "".join(
        f'<div class="tin"><h3>{link(href, one.headline)}</h3><p>{escape(one.lead)}</p></div>' for href, one in linked
    )


def titles(linked: Iterable[tuple[str, Written]]) -> str:
    """Return a list of addresses and articles as headlines alone."""
    return "<ul>" + "".join(f"<li>{link(href, one.headline)}</li>" for href, one in linked) + "</ul>"


def pages_of(articles: Sequence[Written], size: int) -> list[Sequence[Written]]:
    """Return ``articles`` in pages of ``size``."""
    return [articles[start : start + size] for start in range(0, len(articles), size)]


def _read(text: str) -> Written:
    """Return one article: a line with day and headline, a paragraph in each further line."""
    first, *paragraphs = text.strip().split("\n")
    day, headline = first.split(" ", 1)
    return Written(headline, date.fromisoformat(day), tuple(paragraphs))


TEXTS = """
2011-03-22 Tập huấn kỹ thuật ghép cải tạo vườn nhãn già cỗi cho hội viên làm vườn
Trong hai ngày 17 và 18/3, Trung tâm chuyển giao kỹ thuật phối hợp với Hội Làm vườn tổ chức lớp tập huấn ghép cải tạo nhãn cho bốn mươi hội viên ở ba xã ven sông.
Học viên được xem cách chọn cành ghép, mài dao, buộc dây và che nắng cho mắt ghép, sau đó tự tay ghép trên những gốc nhãn đã cưa đốn từ cuối năm trước.
Ban tổ chức cho biết sau một tháng cán bộ kỹ thuật sẽ quay lại từng vườn để đếm số mắt sống và hướng dẫn bà con tỉa chồi dại, bón thúc đợt đầu.

2012-06-14 Hội Đông y tỉnh khám, bốc thuốc miễn phí cho người cao tuổi vùng chiêm trũng
Sáng 12/6, đoàn thầy thuốc của Hội Đông y đã về xã vùng trũng khám bệnh, châm cứu và bốc thuốc cho hơn hai trăm cụ ông, cụ bà không có thẻ bảo hiểm.
Phần lớn các cụ đau khớp, mất ngủ và huyết áp cao; mỗi người được phát năm thang thuốc cùng tờ giấy chữ lớn dặn cách sắc và những món nên kiêng.
Đây là chuyến đi thứ ba trong năm của đoàn, kinh phí do các lương y và hai nhà thuốc trong thị xã đóng góp, phần thuốc nam do vườn thuốc của hội cung cấp.

2013-09-05 Khảo sát đàn cò trắng trở về làm tổ trên cồn giữa sông
Các nhà nghiên cứu chim của Hội Bảo vệ thiên nhiên vừa kết thúc đợt khảo sát đàn cò trắng làm tổ trên cồn cát giữa sông, nơi hơn mười năm qua không còn thấy chúng.
Đoàn đếm được một trăm ba mươi tổ trên các bụi tre và gáo nước, nhiều tổ có ba chim non; người dân hai bên bờ đã tự cắm biển không bắn chim từ mùa nước trước.
Hội kiến nghị huyện tạm dừng khai thác cát quanh cồn trong mùa sinh sản và giao cho đoàn thanh niên xã trông coi, ghi sổ số lượng cò mỗi tuần.

2014-04-30 Trao giải cuộc thi làm mô hình máy bơm nước chạy bằng sức gió
Mười hai mô hình của học sinh trung học đã vào vòng cuối cuộc thi làm máy bơm nước chạy bằng sức gió do Hội Cơ khí phát động từ đầu năm học.
Giải nhất thuộc về nhóm ba em lớp tám với chiếc cánh quạt cắt từ ống nhựa cũ, bơm được bốn mươi lít nước một phút khi gió cấp ba ở bãi thử ven đê.
Ban giám khảo khen các em biết tận dụng vật liệu bỏ đi và tính toán góc cánh; mô hình sẽ được làm lớn gấp bốn lần để tưới thử cho ruộng rau của trường.

2015-11-18 Góp ý dự thảo quy hoạch mạng lưới cấp nước sạch nông thôn
Chiều 16/11, mười lăm chuyên gia các ngành thủy lợi, y tế và xây dựng dự buổi phản biện dự thảo quy hoạch cấp nước sạch nông thôn do Sở Xây dựng soạn thảo.
Nhiều ý kiến cho rằng dự thảo tính nhu cầu theo đầu người mà quên nước cho chăn nuôi, trong khi ở các xã bãi bồi lượng nước ấy lớn hơn phần sinh hoạt.
Hội đồng đề nghị bổ sung bản đồ nhiễm mặn, phương án dự phòng khi nhà máy gặp sự cố và cách tính giá nước cho hộ nghèo trước khi trình kỳ họp cuối năm.

2016-08-09 Ra mắt câu lạc bộ nữ trí thức trẻ với bốn mươi thành viên đầu tiên
Câu lạc bộ nữ trí thức trẻ ra mắt tại hội trường thư viện tỉnh với bốn mươi thành viên là giảng viên, bác sĩ, kỹ sư dưới ba mươi lăm tuổi.
Trong năm đầu, câu lạc bộ chọn ba việc: dạy tin học cho chị em tiểu thương, tư vấn chọn nghề cho nữ sinh lớp mười hai và lập quỹ sách cho trường vùng sâu.
Chị chủ nhiệm chia sẻ rằng điều khó nhất là xếp lịch sinh hoạt, vì vậy các nhóm sẽ họp qua mạng buổi tối và chỉ gặp nhau vào chủ nhật cuối tháng.

2017-05-23 Phát hiện khoáng sét quý ở vùng đồi phía tây sau hai năm thăm dò
Sau hai năm khoan thăm dò, các nhà địa chất của Hội Khoa học mỏ báo cáo đã tìm thấy lớp sét trắng dày ba mét ở vùng đồi phía tây, dùng được cho gốm sứ cao cấp.
Mẫu sét nung ở một nghìn hai trăm độ cho màu trắng ngà, ít co ngót; hai xưởng gốm trong vùng đã dùng thử và làm được những chiếc ấm thành mỏng.
Hội đề nghị tỉnh khoanh vùng bảo vệ, khai thác theo từng lô nhỏ và trả lại lớp đất mặt để người dân tiếp tục trồng chè sau khi lấy sét.

2018-10-02 Hội thảo giảm rác nhựa ở các chợ cá ven biển
Hơn tám mươi đại biểu của các hội nghề nghiệp, ban quản lý chợ và hợp tác xã dự hội thảo giảm rác nhựa tại các chợ cá ven biển sáng 28/9.
Theo số liệu khảo sát, mỗi chợ thải ra chừng bảy trăm ki-lô-gam túi ni lông và hộp xốp một ngày, một nửa trôi theo cống ra bãi tắm vào mùa mưa.
Các nhóm thảo luận thống nhất thử dùng khay tre và thùng giữ lạnh cho thuê ở hai chợ trong sáu tháng, hội phụ nữ thu gom phần nhựa còn lại mỗi chiều.

2019-07-16 Đoàn trí thức kiều bào thăm vườn ươm doanh nghiệp khoa học
Ngày 12/7, đoàn gồm chín trí thức kiều bào từ năm nước đã thăm vườn ươm doanh nghiệp khoa học và gặp gỡ sáu nhóm khởi nghiệp trẻ của tỉnh.
Các chuyên gia góp ý cho dự án cảm biến đo độ mặn, phần mềm truy xuất cam và máy sấy bún dùng năng lượng mặt trời, đồng thời nhận đỡ đầu hai nhóm.
Kết thúc chuyến thăm, hai bên ký biên bản ghi nhớ về trao đổi thực tập sinh và mở ba buổi giảng trực tuyến mỗi quý cho cán bộ kỹ thuật các hợp tác xã.

2020-12-01 Nghiệm thu đề tài phục tráng giống lúa nếp thơm của đồng bào vùng cao
Hội đồng khoa học đã nghiệm thu đề tài phục tráng giống lúa nếp thơm với kết quả khá, sau bốn vụ chọn lọc dòng thuần trên ruộng bậc thang.
Nhóm thực hiện đã chọn được ba dòng cho năng suất bốn tấn rưỡi một héc-ta, cứng cây, hạt trong và giữ được mùi thơm sau tám tháng cất trong bồ.
Giống được giao cho hai tổ hợp tác tự nhân, kèm sổ tay bằng hai thứ tiếng; phần đề nghị đăng ký chỉ dẫn địa lý sẽ làm tiếp trong năm sau.

2021-09-20 Họp trực tuyến bàn cách tiêu thụ na dai trong mùa giãn cách
Chín điểm cầu ở các huyện đã nối vào cuộc họp trực tuyến bàn cách tiêu thụ gần sáu nghìn tấn na dai đang vào chính vụ giữa lúc đường bị kiểm soát.
Hội Tin học đưa ra bản đồ điểm thu mua cập nhật từng giờ, Hội Làm vườn hướng dẫn cách bao quả để lùi ngày chín thêm một tuần.
Sau ba ngày thử nghiệm, bảy xe tải chung đã chở được một trăm hai mươi tấn, người trồng chỉ phải mang na ra đầu làng và nhận tiền trong ngày.

2022-04-12 Kỹ sư về hưu dựng cầu phao tre giúp học trò qua suối mùa lũ
Nhóm sáu kỹ sư cầu đường đã nghỉ hưu vừa bàn giao chiếc cầu phao ghép từ tre ngâm và thùng phuy cho một bản nằm bên kia suối.
Cầu dài hai mươi tám mét, tự nổi theo mực nước và tháo được trong một giờ khi lũ lớn; dân bản góp tre và công, nhóm kỹ sư lo thiết kế, dây cáp và phao.
Thầy giáo điểm trường cho hay trước đây mùa mưa có tuần chỉ bốn em sang được lớp, nay cả mười chín em đi học đủ và không phải đi vòng qua rừng.

2023-08-08 Tổng kết hội thi sáng tạo kỹ thuật với chín giải pháp được trao giải
Ban tổ chức hội thi sáng tạo kỹ thuật lần thứ mười hai đã chọn chín giải pháp trong số năm mươi sáu hồ sơ để trao giải vào sáng 4/8.
Giải nhất là thiết bị đo độ ẩm rơm của một thợ điện ở làng nấm, rẻ bằng một phần mười máy nhập và đã bán được cho sáu mươi hộ.
Phó ban tổ chức nhận xét số hồ sơ của nông dân lần đầu nhiều hơn của cơ quan, và hội sẽ giúp các tác giả viết đơn bảo hộ trong ba tháng tới.

2024-02-27 Thăm, chúc thọ các nhà khoa học lão thành đầu xuân
Trong các ngày 22 và 23/2, thường trực hội đã đến thăm, chúc thọ mười một nhà khoa học lão thành tròn tám mươi và chín mươi tuổi trong năm.
Nhiều bác vẫn đọc bản thảo, trả lời thư của sinh viên; bác kỹ sư thủy lợi chín mươi tuổi tặng lại thư viện bộ bản vẽ tay mười bảy cống dưới đê.
Hội dự định ghi âm hồi ức của các bác thành tập tư liệu, mỗi người một buổi, do sinh viên ngành lịch sử giúp chép lại.
"""

ARTICLES = tuple(map(_read, TEXTS.strip().split("\n\n")))
"""Oldest first."""
